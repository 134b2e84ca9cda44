import { join } from 'node:path';
import { createStore, type StoreApi } from 'zustand/vanilla';
import { errorLine } from '../../core/problem.js';
import type { HostClient } from '../../host/client.js';
import type { PictureResult } from '../../host/protocol.js';
import { type Previews, previewsOf, type ShownPreview } from '../recognition-previews.js';
import { guidePages, guidePicture, guideSides } from './guide-pages.js';

/** What was made of one picture of a page, as far as it is here. */
export interface GuideReading {
  preview: ShownPreview;
  result: PictureResult | undefined;
}

export interface GuideState {
  /** Counts pictures, two a page, the good one first: stage mode shows one of them. */
  place: number;
  /** Of the pages' pictures by their files. */
  readings: ReadonlyMap<string, GuideReading>;
  /** Why the pictures of the page could not be read. */
  problem: string | undefined;
  /** The model that has answered. */
  model: string | undefined;
}

export interface GuideOptions {
  connect: () => Promise<Pick<HostClient, 'predict' | 'preview'>>;
  /** Where the pictures are. */
  folder: string;
}

/** The guidelines, whose pictures are read by the model when their page is opened. */
export class Guide {
  readonly store: StoreApi<GuideState> = createStore<GuideState>(() => ({
    place: 0,
    readings: new Map(),
    problem: undefined,
    model: undefined,
  }));
  readonly #options: GuideOptions;
  readonly #previews: Previews;
  #asked: string | undefined;
  #requests = 0;

  constructor(options: GuideOptions) {
    this.#options = options;
    this.#previews = previewsOf(options.connect);
  }

  /** Answers of another model are asked for anew. */
  async open(model: string | undefined): Promise<void> {
    if (model !== this.#asked) this.store.setState({ readings: new Map() });
    this.#asked = model;
    await this.read();
  }

  /** So many pictures on; it stays at the ends. */
  async move(pictures: number): Promise<void> {
    const last = guidePages.length * guideSides.length - 1;
    const place = Math.min(last, Math.max(0, this.store.getState().place + pictures));
    this.store.setState({ place });
    await this.read();
  }

  /** Reads the pictures of the open page, at this moment. */
  async read(): Promise<void> {
    const files = this.files;
    this.#requests += 1;
    const request = this.#requests;
    await Promise.all([
      ...files.map((file) => this.#loadPreview(file)),
      this.#predict(files, () => request === this.#requests),
    ]);
  }

  /** The good and the bad picture of the open page. */
  get files(): readonly [good: string, bad: string] {
    const page = guidePages[pageOf(this.store.getState())];
    const file = (side: 'good' | 'bad') => join(this.#options.folder, guidePicture(page, side));
    return [file('good'), file('bad')];
  }

  async #predict(files: readonly string[], isWanted: () => boolean): Promise<void> {
    try {
      const client = await this.#options.connect();
      const answer = await client.predict(
        { paths: [...files], model: this.#asked },
        {
          onProgress: ({ results }) => {
            if (!isWanted()) return;
            for (const result of results) this.#learn(result.file, { result });
          },
        },
      );
      if (isWanted()) this.store.setState({ model: answer.model, problem: undefined });
    } catch (error) {
      if (isWanted()) this.store.setState({ problem: errorLine(error) });
    }
  }

  async #loadPreview(file: string): Promise<void> {
    const preview = this.#previews.peek(file);
    this.#learn(file, { preview });
    if (preview.status === 'loading') {
      this.#learn(file, { preview: await this.#previews.load(file) });
    }
  }

  #learn(file: string, news: Partial<GuideReading>): void {
    const { readings } = this.store.getState();
    const known = readings.get(file) ?? { preview: this.#previews.peek(file), result: undefined };
    this.store.setState({ readings: new Map(readings).set(file, { ...known, ...news }) });
  }
}

/** The page of the picture, from 0. */
export function pageOf({ place }: Pick<GuideState, 'place'>): number {
  return Math.floor(place / guideSides.length);
}
