import { resolve } from 'node:path';
import { createStore, type StoreApi } from 'zustand/vanilla';
import { errorLine } from '../core/problem.js';
import type { HostClient } from '../host/client.js';
import { type Previews, previewsOf } from './recognition-previews.js';
import type { Reading } from './recognition-reading.js';
import { markRejected, nextThreshold, shownThreshold } from './recognition-rejection.js';
import { ReadingRequest } from './recognition-request.js';
import {
  initialState,
  preferredModel,
  type RecognitionState,
  shownFile,
  shownRows,
} from './recognition-state.js';

export interface RecognitionOptions {
  /** The connection to the host, however it comes about. */
  connect: () => Promise<Pick<HostClient, 'predict' | 'preview' | 'listModels'>>;
  /** The folder of sample digits. */
  samples: string;
}

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
    this.#previews = previewsOf(options.connect);
    this.store = createStore<RecognitionState>(() => initialState);
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

  openThreshold(): void {
    this.store.setState({ panel: 'threshold' });
  }

  /** Marks more pictures as no digits (-1), or fewer. */
  moveThreshold(direction: 1 | -1): void {
    this.#markAbove(nextThreshold(shownThreshold(this.store.getState()).threshold, direction));
  }

  /** Back to the threshold of the model that answers. */
  resetThreshold(): void {
    this.#markAbove(undefined);
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

  /** Looks at that result, an index of the reading's results. */
  select(selected: number): void {
    this.#look({ selected });
  }

  /** Loads the preview of a result that will be selected soon. */
  prepare(place: number): void {
    const result = this.store.getState().reading?.results[place];
    if (!result || 'error' in result) return;
    if (this.#previews.peek(result.file).status === 'loading') {
      void this.#previews.load(result.file);
    }
  }

  /** Shows the selected picture large; of the large one, all stages instead of the bars, and back. */
  lookCloser(): void {
    const { rows, view, details } = this.store.getState();
    if (rows.length === 0) return;
    if (view === 'table') this.switchView();
    else this.#look({ details: details === 'bars' ? 'stages' : 'bars' });
  }

  /** From the table to the selected picture large, or back. */
  switchView(): void {
    const { view, rows } = this.store.getState();
    if (view === 'picture') this.#look({ view: 'table' });
    else if (rows.length > 0) this.#look({ view: 'picture', filterLine: 'closed' });
  }

  /** Whether the selected picture is shown beside the table too. */
  showPreviews(previews: RecognitionState['previews']): void {
    this.#look({ previews });
  }

  openFilter(): void {
    this.store.setState({ filterLine: 'open' });
  }

  /** The line closes; what is typed stays. */
  keepFilter(): void {
    this.store.setState({ filterLine: 'closed' });
  }

  clearFilter(): void {
    this.keepFilter();
    this.filterBy('');
  }

  filterBy(filter: string): void {
    const { reading, order } = this.store.getState();
    this.#narrow({ filter, rows: shownRows(reading, { order, filter }) });
  }

  /**
   * One step back: stops a reading, leaves the large picture, then clears the filter; `left` where none of them is
   * there.
   *
   * @param views `one` where the table is not to be seen, so that leaving the picture would change nothing
   */
  back({ views }: { views: 'one' | 'both' } = { views: 'both' }): 'stepped' | 'left' {
    const { reading, view, filter } = this.store.getState();
    const isSeveral = (reading?.results.length ?? 0) > 1;
    if (reading?.status === 'reading') this.stop();
    else if (view === 'picture' && isSeveral && views === 'both') this.switchView();
    else if (filter !== '') this.clearFilter();
    else return 'left';
    return 'stepped';
  }

  toggleOrder(): void {
    const { order: before, filter, reading, selected } = this.store.getState();
    const order = before === 'as-read' ? 'uncertain-first' : 'as-read';
    const rows = shownRows(reading, { order, filter });
    // Who asks for what needs a look wants to look at the first of it.
    const [first = 0] = rows;
    this.#look({ order, rows, selected: order === 'uncertain-first' ? first : selected });
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

  #markAbove(rejectAbove: number | undefined): void {
    this.store.setState({ rejectAbove });
    const state = this.store.getState();
    const { reading, order, filter } = state;
    if (!reading) return;
    const results = markRejected(reading.results, shownThreshold(state).threshold);
    const marked = { ...reading, results };
    this.#narrow({ reading: marked, rows: shownRows(marked, { order, filter }) });
  }

  #show(answered: Reading): void {
    const { reading: before, order, filter, rejectAbove } = this.store.getState();
    // The host marks by the model's own threshold.
    const reading =
      rejectAbove === undefined
        ? answered
        : { ...answered, results: markRejected(answered.results, rejectAbove) };
    // Before the first answer nobody has chosen how to look at it.
    if (before?.paths === reading.paths && before.results.length > 0) {
      this.#narrow({ reading, rows: shownRows(reading, { order, filter }) });
      return;
    }
    const rows = shownRows(reading, { order, filter: '' });
    this.#look({
      reading,
      rows,
      filter: '',
      filterLine: 'closed',
      view: reading.total === 1 ? 'picture' : 'table',
      selected: rows[0] ?? 0,
      preview: undefined,
    });
  }

  /** Shows other rows; what is looked at stays where it is still among them. */
  #narrow(changes: Pick<RecognitionState, 'rows'> & Partial<RecognitionState>): void {
    const { selected } = this.store.getState();
    const [first = 0] = changes.rows;
    this.#look({ ...changes, selected: changes.rows.includes(selected) ? selected : first });
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
