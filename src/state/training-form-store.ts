import { createStore, type StoreApi } from 'zustand/vanilla';
import { errorLine } from '../core/problem.js';
import type { RunRequest } from '../core/run/event.js';
import type { TrainingSettings } from '../core/settings.js';
import type { DataSummary, StartRunParams } from '../host/protocol.js';
import { toHostSource } from '../host/source.js';
import type { Workspace } from '../host/workspace.js';
import type { HostConnection } from './host-connection.js';
import type { Loading } from './run-view.js';
import {
  type FormField,
  type FormValues,
  fieldError,
  firstValues,
  formFields,
  readForm,
  stepField,
  valuesOf,
} from './training-form.js';

/** What is known of the source that is filled in. */
export type DescribedData =
  | { status: 'unknown' }
  /** Progress is undefined until the first news. */
  | { status: 'loading'; progress?: Loading }
  | { status: 'ready'; summary: DataSummary }
  | { status: 'failed'; problem: string };

export interface TrainingFormState {
  values: FormValues;
  data: DescribedData;
  /** What a run asked for that has no field here, where the form is filled in from it. */
  carried?: Carried;
  /** Sources that were found, to choose from. */
  sources: readonly string[];
  /** The field that the keys act on, and what it held before it was edited. */
  field: FormField;
  editing?: { before: string; typed: 'nothing' | 'something' };
}

/** Goes with the next run as it went with the one that the form was filled in from. */
export type Carried = Pick<StartRunParams, 'data' | 'from'> & Pick<TrainingSettings, 'balance'>;

/** Milliseconds between two updates of the store while data is loaded. */
const updateInterval = 100;

/** What the training form shows and does. */
export class TrainingForm {
  readonly store: StoreApi<TrainingFormState>;
  readonly #connection: Pick<HostConnection, 'client'>;
  readonly #workspace: Workspace;
  #load?: AbortController;

  constructor(connection: Pick<HostConnection, 'client'>, workspace: Workspace) {
    this.#connection = connection;
    this.#workspace = workspace;
    this.store = createStore<TrainingFormState>(() => ({
      values: firstValues,
      data: { status: 'unknown' },
      sources: ['mnist'],
      field: 'source',
    }));
  }

  setSources(sources: readonly string[]): void {
    this.store.setState({ sources });
  }

  move(direction: 'next' | 'previous'): void {
    const { field, editing } = this.store.getState();
    this.keep();
    const index = formFields.indexOf(field) + (direction === 'next' ? 1 : -1);
    const next = formFields[(index + formFields.length) % formFields.length];
    this.store.setState({ field: next });
    // Who fills in field after field need not say each time that they want to.
    if (editing) this.edit();
  }

  /** Lets the text of the field be typed; the recipe is chosen among few and takes no text. */
  edit(): void {
    const { field, values } = this.store.getState();
    if (field !== 'recipe') {
      this.store.setState({ editing: { before: values[field], typed: 'nothing' } });
    }
  }

  /** Takes the field's new text; what is typed first takes the place of what was there. */
  type(text: string): void {
    const { field, values, editing } = this.store.getState();
    if (field === 'recipe' || !editing) return;
    const isFirst = editing.typed === 'nothing' && text.startsWith(editing.before);
    this.store.setState({
      values: { ...values, [field]: isFirst ? text.slice(editing.before.length) : text },
      editing: { ...editing, typed: 'something' },
    });
  }

  /** Ends the editing where what is typed can be taken. */
  submit(): void {
    const { field, values } = this.store.getState();
    if (fieldError(field, values) === undefined) this.keep();
  }

  /** Ends the editing with what is typed; a source is looked at at once. */
  keep(): void {
    const { field, editing, values } = this.store.getState();
    this.store.setState({ editing: undefined });
    if (field !== 'source' || !editing) return;
    const source = values.source.trim();
    this.store.setState({ values: { ...values, source: editing.before } });
    if (source !== editing.before) this.take(source);
  }

  /** Ends the editing with what was there before. */
  undo(): void {
    const { field, editing, values } = this.store.getState();
    if (!editing) return;
    this.store.setState({ values: { ...values, [field]: editing.before }, editing: undefined });
  }

  step(direction: 'next' | 'previous'): void {
    const { field, values, sources } = this.store.getState();
    this.#setValues(stepField(field, values, direction, sources));
  }

  /** Takes a source that was pasted or chosen elsewhere. */
  take(source: string): void {
    const { values } = this.store.getState();
    this.store.setState({ field: 'source', editing: undefined });
    this.#setValues({ ...values, source });
    void this.describe();
  }

  /** Fills in what a run was asked for, to run another like it; the name is left to be made. */
  fill({ source, settings, data, from }: RunRequest): void {
    const { balance } = settings;
    const hasMore = data !== undefined || from !== undefined || balance !== undefined;
    this.store.setState({ editing: undefined });
    this.#setValues(valuesOf(source, settings));
    this.store.setState({ carried: hasMore ? { data, from, balance } : undefined });
  }

  /** Asks the host what the source holds. */
  async describe(): Promise<void> {
    const { values } = this.store.getState();
    this.cancel();
    if (values.source === '') return;
    const load = new AbortController();
    this.#load = load;
    this.store.setState({ data: { status: 'loading' } });
    const tell = (data: DescribedData) => {
      if (this.#load === load) this.store.setState({ data });
    };
    try {
      const client = await this.#connection.client();
      const summary = await client.describeData(this.#hostSource(), {
        signal: load.signal,
        onProgress: progressTeller(tell),
      });
      tell({ status: 'ready', summary });
    } catch (error) {
      tell({ status: 'failed', problem: errorLine(error) });
    }
  }

  /** Ends a load that is under way. */
  cancel(): void {
    this.#load?.abort();
    this.#load = undefined;
    if (this.store.getState().data.status === 'loading') {
      this.store.setState({ data: { status: 'unknown' } });
    }
  }

  /** @returns what to ask of the host, or what is wrong; the wrong field is then the one with the keys */
  request(): StartRunParams | { error: string } {
    const { values } = this.store.getState();
    const form = readForm(values);
    if ('error' in form) {
      this.store.setState({ field: form.field });
      return { error: form.error };
    }
    const name = values.name === '' ? undefined : values.name;
    const source = this.#hostSource();
    const { carried } = this.store.getState();
    if (!carried) return { source, settings: form.settings, name };
    const { balance, ...more } = carried;
    return { source, settings: { ...form.settings, balance }, name, ...more };
  }

  /** Paths are taken from the workspace, as the found sources are said. */
  #hostSource(): string {
    const { source } = this.store.getState().values;
    return toHostSource(source, this.#workspace, this.#workspace.root);
  }

  #setValues(values: FormValues): void {
    const { source } = this.store.getState().values;
    this.store.setState({ values });
    if (values.source === source) return;
    this.cancel();
    this.store.setState({ data: { status: 'unknown' }, carried: undefined });
  }
}

function progressTeller(tell: (data: DescribedData) => void) {
  let since = 0;
  let told = 0;
  return ({ done, total }: { done: number; total: number }) => {
    const at = Date.now();
    since ||= at;
    if (at - told < updateInterval && done < total) return;
    told = at;
    tell({ status: 'loading', progress: { done, total, since, at } });
  };
}
