import { errorLine } from '../core/problem.js';
import type { HostClient } from '../host/client.js';
import type { PicturePreview } from '../host/protocol.js';

/** The picture itself, as far as it is here. */
export type ShownPreview =
  | { file: string; status: 'loading' }
  | {
      file: string;
      status: 'ready';
      /** Names this content: a file may change. */
      key: string;
      png: Buffer;
      /** Size of the picture in pixels, not of the PNG. */
      width: number;
      height: number;
    }
  | { file: string; status: 'failed'; problem: string };

/** Previews that are kept: a person turns back a few pictures, not fifty. */
const keptPreviews = 24;

/** Pixels of a preview: more than the cells of most terminals can show. */
const room = { width: 256, height: 256 };

/** Previews that the host makes. */
export function previewsOf(connect: () => Promise<Pick<HostClient, 'preview'>>): Previews {
  return new Previews(async (file) => (await connect()).preview({ file, ...room }));
}

/** Loads previews and keeps the last ones. */
export class Previews {
  readonly #load: (file: string) => Promise<PicturePreview>;
  #loads = 0;
  readonly #kept = new Map<string, ShownPreview>();

  constructor(load: (file: string) => Promise<PicturePreview>) {
    this.#load = load;
  }

  /** What is here without asking: a kept preview, or one that has to be loaded. */
  peek(file: string): ShownPreview {
    return this.#kept.get(file) ?? { file, status: 'loading' };
  }

  /** Never rejects: a failure is a preview of its own, which is not kept. */
  async load(file: string): Promise<ShownPreview> {
    try {
      const { png, width, height } = await this.#load(file);
      const preview = {
        file,
        status: 'ready',
        key: `${file} ${++this.#loads}`,
        png: Buffer.from(png, 'base64'),
        width,
        height,
      } as const;
      this.#keep(preview);
      return preview;
    } catch (error) {
      return { file, status: 'failed', problem: errorLine(error) };
    }
  }

  /** Forgets all: files may have changed. */
  clear(): void {
    this.#kept.clear();
  }

  /** Forgets one: its file has changed. */
  forget(file: string): void {
    this.#kept.delete(file);
  }

  #keep(preview: ShownPreview): void {
    this.#kept.delete(preview.file);
    this.#kept.set(preview.file, preview);
    const [oldest] = this.#kept.keys();
    if (this.#kept.size > keptPreviews && oldest !== undefined) this.#kept.delete(oldest);
  }
}
