import { resolve } from 'node:path';
import { createStore, type StoreApi } from 'zustand/vanilla';
import { errorLine } from '../core/problem.js';
import type { HostClient } from '../host/client.js';
import type { ModelSummary } from '../host/protocol.js';
import { Previews, type ShownPreview } from './recognition-previews.js';
import { orderResults, type Reading, type ResultOrder } from './recognition-reading.js';
import { ReadingRequest } from './recognition-request.js';

export interface RecognitionOptions {
  /** The connection to the host, however it comes about. */
  connect: () => Promise<Pick<HostClient, 'predict' | 'preview' | 'listModels'>>;
  /** The folder of sample digits. */
  samples: string;
}

export type ModelList =
  | { status: 'unknown' }
  | { status: 'ready'; models: readonly ModelSummary[] }
  | { status: 'failed'; problem: string };

export interface RecognitionState {
  reading: Reading | undefined;
  view: 'table' | 'picture';
  /** What is told below the large picture: the ten bars, or all stages. */
  details: 'bars' | 'stages';
  /** What is open over it. */
  panel: 'none' | 'files' | 'models';
  order: ResultOrder;
  /** Indices of the reading's results as the table shows them. */
  rows: readonly number[];
  /** The result that is looked at, as an index of the reading's results. */
  selected: number;
  /** Of the selected picture, while it is shown large. */
  preview: ShownPreview | undefined;
  models: ModelList;
  /** The model that was chosen; undefined for the one that the workspace prefers. */
  model: string | undefined;
}

/** Pixels of a preview: more than the cells of most terminals can show. */
const previewRoom = { width: 256, height: 256 };

/** What the Recognition screen shows and does. A newer request takes the place of an older one. */
export class Recognition {
  readonly store: StoreApi<RecognitionState>;
  readonly #options: RecognitionOptions;
  readonly #previews: Previews;
  #isLoadingPreview = false;
  #request: ReadingRequest | undefined;
  #requests = 0;

  constructor(options: RecognitionOptions) {
    this.#options = options;
    this.#previews = new Previews(async (file) =>
      (await options.connect()).preview({ file, ...previewRoom }),
    );
    this.store = createStore<RecognitionState>(() => ({
      reading: undefined,
      view: 'table',
      details: 'bars',
      panel: 'none',
      order: 'as-read',
      rows: [],
      selected: 0,
      preview: undefined,
      models: { status: 'unknown' },
      model: undefined,
    }));
  }

  /** Reads files, and the pictures of folders; resolves when that has ended in whatever way. */
  async read(paths: readonly string[]): Promise<void> {
    this.close();
    if (paths.length === 0) return;
    this.#previews.clear();
    await this.#start(paths.map((path) => resolve(path)));
  }

  readSamples(): Promise<void> {
    return this.read([this.#options.samples]);
  }

  /** Reads the same paths once more: the files may be others by now. */
  async readAgain(): Promise<void> {
    const { reading } = this.store.getState();
    if (!reading) return;
    this.#previews.clear();
    this.#look({ preview: undefined });
    await this.#start(reading.paths, reading);
  }

  /** What was read so far stays. */
  stop(): void {
    this.#request?.stop();
  }

  openFiles(): void {
    this.store.setState({ panel: 'files' });
  }

  openModels(): void {
    this.store.setState({ panel: 'models' });
    void this.loadModels();
  }

  /** Closes what is open over the answers. */
  close(): void {
    this.store.setState({ panel: 'none' });
  }

  async loadModels(): Promise<void> {
    try {
      const models = await (await this.#options.connect()).listModels();
      this.store.setState({ models: { status: 'ready', models } });
    } catch (error) {
      this.store.setState({ models: { status: 'failed', problem: errorLine(error) } });
    }
  }

  /** Old answers stand until the chosen model's come. */
  async chooseModel(name: string): Promise<void> {
    this.store.setState({ model: name, panel: 'none' });
    const { reading } = this.store.getState();
    if (reading) await this.#start(reading.paths, reading);
  }

  /** The table's selection, or the picture that is shown, by so many places; it stays at the ends. */
  move(places: number): void {
    const { rows, selected } = this.store.getState();
    if (rows.length === 0) return;
    const place = Math.min(rows.length - 1, Math.max(0, rows.indexOf(selected) + places));
    this.#look({ selected: rows[place] });
  }

  /** Shows the selected picture large; of the large one, all stages instead of the bars, and back. */
  lookCloser(): void {
    const { rows, view, details } = this.store.getState();
    if (rows.length === 0) return;
    if (view === 'table') this.#look({ view: 'picture' });
    else this.#look({ details: details === 'bars' ? 'stages' : 'bars' });
  }

  /** One step back: stops a reading, then leaves the large picture; `left` where neither is there. */
  back(): 'stepped' | 'left' {
    const { reading, view, rows } = this.store.getState();
    if (reading?.status === 'reading') this.stop();
    else if (view === 'picture' && rows.length > 1) this.#look({ view: 'table' });
    else return 'left';
    return 'stepped';
  }

  toggleOrder(): void {
    const { order, reading, selected } = this.store.getState();
    const next = order === 'as-read' ? 'uncertain-first' : 'as-read';
    const rows = orderResults(reading?.results ?? [], next);
    // Who asks for what needs a look wants to look at the first of it.
    const [first = 0] = rows;
    this.#look({ order: next, rows, selected: next === 'uncertain-first' ? first : selected });
  }

  async #start(paths: readonly string[], previous?: Reading): Promise<void> {
    const { model: asked, models } = this.store.getState();
    this.#request?.drop();
    this.#request = new ReadingRequest({
      connect: this.#options.connect,
      id: ++this.#requests,
      paths,
      model: { asked, expected: asked ?? preferredModel(models) },
      previous,
      onUpdate: (reading) => this.#show(reading),
    });
    await this.#request.ended;
  }

  #show(reading: Reading): void {
    const { reading: before, order, view, selected } = this.store.getState();
    const rows = orderResults(reading.results, order);
    // Before the first answer nobody has chosen how to look at it.
    const isFirst = before?.paths !== reading.paths || before.results.length === 0;
    this.#look({
      reading,
      rows,
      ...(isFirst
        ? {
            view: reading.total === 1 ? 'picture' : 'table',
            selected: rows[0] ?? 0,
            preview: undefined,
          }
        : { view, selected: Math.min(selected, Math.max(0, rows.length - 1)) }),
    });
  }

  /** Changes the state, and what is previewed with it. */
  #look(changes: Partial<RecognitionState>): void {
    const next = { ...this.store.getState(), ...changes };
    const file = shownFile(next);
    const preview =
      file === undefined || next.preview?.file === file ? next.preview : this.#previews.peek(file);
    this.store.setState({ ...changes, preview: file === undefined ? undefined : preview });
    void this.#loadPreview();
  }

  /** One at a time: of the pictures that are turned quickly only the last one is loaded. */
  async #loadPreview(): Promise<void> {
    if (this.#isLoadingPreview) return;
    this.#isLoadingPreview = true;
    for (
      let { preview } = this.store.getState();
      preview?.status === 'loading';
      { preview } = this.store.getState()
    ) {
      const loaded = await this.#previews.load(preview.file);
      const wanted = this.store.getState().preview;
      if (wanted?.file === loaded.file) this.store.setState({ preview: loaded });
    }
    this.#isLoadingPreview = false;
  }
}

function shownFile({ view, reading, selected }: RecognitionState): string | undefined {
  const result = view === 'picture' ? reading?.results[selected] : undefined;
  return result && !('error' in result) ? result.file : undefined;
}

/** The name of the model that answers when none is chosen. */
export function preferredModel(models: ModelList): string | undefined {
  if (models.status !== 'ready') return undefined;
  return models.models.find((model) => 'card' in model && model.preferred)?.name;
}
