import { join } from 'node:path';
import { createStore, type StoreApi } from 'zustand/vanilla';
import { csvText } from '../../core/csv.js';
import { errorLine } from '../../core/problem.js';
import { writeFileWhole } from '../../files/write-whole.js';
import type { DataSample, DataSummary, SkippedEntry } from '../../host/protocol.js';
import { Latest } from '../analytics/latest.js';
import type { HostConnection } from '../host-connection.js';
import { momentName } from '../moment-name.js';
import type { TrainingForm } from '../training-form-store.js';
import { PagedList } from './paged-list.js';

/** What is looked at of the samples, a page each. */
export const dataPages = [
  { name: 'overview', title: 'Overview' },
  { name: 'samples', title: 'Samples' },
  { name: 'duplicates', title: 'Duplicates' },
  { name: 'skipped', title: 'Left out' },
] as const;
export type DataPage = (typeof dataPages)[number]['name'];

/** A sample of a group of the same pixels. */
export interface Twin {
  /** From 1. */
  group: number;
  sample: DataSample;
}

/** A sample as it was. */
export interface Original {
  /** Names this content. */
  key: string;
  png: Buffer;
  /** Size of the picture in pixels, not of the PNG. */
  width: number;
  height: number;
}

export interface DataLookState {
  /** Closed, a page, or one sample of that page large. */
  layer: 'closed' | 'pages' | 'sample';
  page: DataPage;
  /** Whose samples are shown; those of all digits where it is undefined. */
  digit?: number;
  /** How large the pictures are that lie together: whole, or half as wide and high. */
  pictures: 'half' | 'full';
}

export interface DataLookOptions {
  connection: HostConnection;
  form: TrainingForm;
  /** Where lists of what was left out are saved. */
  results: string;
}

/** Pixels of an original: more than the cells of most terminals can show. */
const room = { width: 256, height: 256 };
/** Entries of a list that are asked for at once. */
const exportPage = 1000;

/** A closer look at what there is to learn from, before anything is. */
export class DataLook {
  readonly store: StoreApi<DataLookState> = createStore<DataLookState>(() => ({
    layer: 'closed',
    page: 'overview',
    pictures: 'half',
  }));
  readonly samples: PagedList<DataSample>;
  readonly twins: PagedList<Twin>;
  readonly skipped: PagedList<SkippedEntry>;
  /** By the index of the sample in its set. */
  readonly original: Latest<Original>;
  readonly #connection: HostConnection;
  readonly #results: string;
  #summary?: DataSummary;

  constructor({ connection, form, results }: DataLookOptions) {
    this.#connection = connection;
    this.#results = results;
    this.samples = new PagedList(async (from, count) => {
      const { digit } = this.store.getState();
      const client = await this.#client();
      return (await client.samples({ set: this.#set, digit, from, count })).samples;
    });
    this.twins = new PagedList(async (from, count) =>
      twinsOf(this.#summary).slice(from, from + count),
    );
    this.skipped = new PagedList(async (from, count) => this.#skippedPage(from, count));
    this.original = new Latest(async (index) => {
      const set = this.#set;
      const client = await this.#client();
      const { png, width, height } = await client.original({ set, index, ...room });
      return { key: `${set} ${index}`, png: Buffer.from(png, 'base64'), width, height };
    });
    form.store.subscribe(({ data }, before) => {
      if (data !== before.data) this.#show(data.status === 'ready' ? data.summary : undefined);
    });
  }

  open(): void {
    if (this.#summary) this.store.setState({ layer: 'pages' });
  }

  /** From a sample to its page, and from there to where it was opened. */
  back(): void {
    const { layer } = this.store.getState();
    this.store.setState({ layer: layer === 'sample' ? 'pages' : 'closed' });
  }

  turn(direction: 1 | -1): void {
    const place = dataPages.findIndex(({ name }) => name === this.store.getState().page);
    this.turnTo(dataPages[(place + direction + dataPages.length) % dataPages.length].name);
  }

  turnTo(page: DataPage): void {
    this.store.setState({ page });
  }

  showPictures(pictures: DataLookState['pictures']): void {
    this.store.setState({ pictures });
  }

  /** The samples of the next digit, of all after the last. */
  turnDigit(direction: 1 | -1): void {
    const all = 10;
    const now = this.store.getState().digit ?? all;
    const next = (now + direction + all + 1) % (all + 1);
    this.store.setState({ digit: next === all ? undefined : next });
    this.#listSamples();
  }

  openSample(): void {
    this.store.setState({ layer: 'sample' });
  }

  /**
   * Saves the whole list of what was left out, in a file of its own.
   *
   * @returns the file, or the one line that says why there is none
   */
  async saveSkipped(moment: Date): Promise<{ file: string } | { problem: string }> {
    const { skippedCount = 0 } = this.#summary ?? {};
    if (skippedCount === 0) return { problem: 'nothing was left out' };
    const file = join(this.#results, `left-out-${momentName(moment)}.csv`);
    try {
      const rows: string[][] = [['file', 'reason']];
      while (rows.length <= skippedCount) {
        const page = await this.#skippedPage(rows.length - 1, exportPage);
        if (page.length === 0) break;
        rows.push(...page.map((entry) => [entry.file, entry.reason]));
      }
      await writeFileWhole(file, csvText(rows));
      return { file };
    } catch (error) {
      return { problem: `the list could not be saved: ${errorLine(error)}` };
    }
  }

  async #skippedPage(from: number, count: number): Promise<readonly SkippedEntry[]> {
    const client = await this.#client();
    return (await client.skipped({ set: this.#set, from, count })).skipped;
  }

  #show(summary: DataSummary | undefined): void {
    this.#summary = summary;
    this.original.clear();
    this.skipped.reset(summary?.skippedCount ?? 0);
    this.twins.reset(twinsOf(summary).length);
    this.#listSamples();
    // The pages stay open while the same data is looked at again.
    if (this.store.getState().layer === 'sample') this.store.setState({ layer: 'pages' });
  }

  #listSamples(): void {
    const { digit } = this.store.getState();
    const { count = 0, perClass } = this.#summary ?? {};
    this.samples.reset(digit === undefined ? count : (perClass?.[digit] ?? 0));
  }

  get #set(): string {
    return this.#summary?.set ?? '';
  }

  async #client() {
    return (await this.#connection.client()).data;
  }
}

function twinsOf(summary: DataSummary | undefined): Twin[] {
  const groups = summary?.duplicates.groups ?? [];
  return groups.flatMap(({ samples }, index) =>
    samples.map((sample) => ({ group: index + 1, sample })),
  );
}
