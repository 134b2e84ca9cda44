import type { StoreApi } from 'zustand/vanilla';
import { errorLine, Problem } from '../core/problem.js';
import type { HostClient } from '../host/client.js';
import type { PictureBox, ReadNumber } from '../host/protocol.js';
import type { CloserLook, CloserView } from './recognition-closer-look.js';
import type { ShownPreview } from './recognition-previews.js';
import type { RecognitionState } from './recognition-state.js';

type Host = Pick<HostClient, 'predict' | 'explainPicture' | 'preview'>;

/** Pixels of a picture with outlines on it. */
const room = { width: 384, height: 384 };

/** Asks the host for what a closer look shows, when it is looked at and not before. */
export class CloserLooks {
  readonly #store: StoreApi<RecognitionState>;
  readonly #connect: () => Promise<Host>;
  #isLoading = false;
  #loads = 0;

  constructor(store: StoreApi<RecognitionState>, connect: () => Promise<Host>) {
    this.#store = store;
    this.#connect = connect;
    store.subscribe(() => void this.#load());
  }

  /** From the selected picture to a closer look at it, or back. */
  switchTo(closer: CloserView): void {
    const { view, rows } = this.#store.getState();
    if (view === closer) this.#store.setState({ view: 'picture' });
    else if (rows.length > 0)
      this.#store.setState({ view: closer, stage: 0, filterLine: 'closed' });
  }

  /** Of the X-ray, that many stages on; after the last comes the first. */
  nextStage(stages: number): void {
    const { closer, stage } = this.#store.getState();
    const count = closer?.status === 'ready' ? (closer.explanation?.stages.length ?? 0) : 0;
    if (count > 0) this.#store.setState({ stage: (stage + stages + count) % count });
  }

  /** One at a time: of pictures that are turned quickly only the last one is loaded. */
  async #load(): Promise<void> {
    if (this.#isLoading) return;
    this.#isLoading = true;
    for (let next = this.#wanted(); next; next = this.#wanted()) {
      this.#store.setState({ closer: { ...next, status: 'loading' } });
      const { reading } = this.#store.getState();
      const loaded = await this.#look(next);
      // The file may be another one by now.
      const isOld = this.#store.getState().reading?.id !== reading?.id;
      this.#store.setState({ closer: isOld ? undefined : { ...next, ...loaded } });
    }
    this.#isLoading = false;
  }

  /** What is on the screen and not known yet. */
  #wanted(): Pick<CloserLook, 'file' | 'view'> | undefined {
    const { view, rows, selected, reading, closer } = this.#store.getState();
    if ((view !== 'number' && view !== 'xray') || !rows.includes(selected)) return undefined;
    const result = reading?.results[selected];
    if (!result || 'error' in result) return undefined;
    const isKnown = closer?.file === result.file && closer.view === view;
    return isKnown ? undefined : { file: result.file, view };
  }

  async #look({ file, view }: Pick<CloserLook, 'file' | 'view'>) {
    try {
      const host = await this.#connect();
      if (view === 'xray') {
        const explanation = await host.explainPicture({ file });
        const boxes = explanation.blank ? [] : [explanation.box];
        const preview = await this.#outlined(host, file, boxes);
        return { status: 'ready', explanation, preview } as const;
      }
      const number = await this.#number(host, file);
      const boxes = number.digits.map(({ box }) => box);
      return {
        status: 'ready',
        number,
        preview: await this.#outlined(host, file, boxes),
      } as const;
    } catch (error) {
      return { status: 'failed', problem: errorLine(error) } as const;
    }
  }

  /** As it was read with the others, or asked for now. */
  async #number(host: Host, file: string): Promise<ReadNumber> {
    const { reading, selected, model } = this.#store.getState();
    const known = reading?.results[selected];
    if (known && !('error' in known) && known.file === file && known.number) return known.number;
    let number: ReadNumber | undefined;
    let problem: string | undefined;
    await host.predict(
      { paths: [file], model: reading?.model ?? model, reading: 'number' },
      {
        onProgress: ({ results }) => {
          for (const result of results) {
            if ('error' in result) problem = result.error;
            else number = result.number;
          }
        },
      },
    );
    if (number) return number;
    throw new Problem(problem ?? 'the picture was not read', { remedy: 'r reads it again' });
  }

  async #outlined(host: Host, file: string, boxes: readonly PictureBox[]): Promise<ShownPreview> {
    const { png, ...size } = await host.preview({ file, ...room, boxes });
    const key = `${file} outlined ${++this.#loads}`;
    return { file, status: 'ready', key, png: Buffer.from(png, 'base64'), ...size };
  }
}
