import { createStore, type StoreApi } from 'zustand/vanilla';
import type { DataOptions } from '../core/data-options.js';
import type { RunRequest } from '../core/run/event.js';
import type { DataQuestion, StartRunParams } from '../host/protocol.js';
import { toHostSource } from '../host/source.js';
import type { Workspace } from '../host/workspace.js';
import { DataDescriber, type DescribedData } from './described-data.js';
import type { HostConnection } from './host-connection.js';
import { withExtra } from './training-data-fields.js';
import {
  type FormField,
  type FormValues,
  fieldError,
  firstValues,
  formFields,
  isTypedField,
  readForm,
  stepField,
  valuesOf,
} from './training-form.js';

export interface TrainingFormState {
  values: FormValues;
  data: DescribedData;
  /** The model that the run is to go on from, instead of fresh weights. */
  from?: string;
  /** Sources that were found, to choose from. */
  sources: readonly string[];
  /** The field that the keys act on, and what it held before it was edited. */
  field: FormField;
  editing?: { before: string; typed: 'nothing' | 'something' };
}

/** What the training form shows and does. */
export class TrainingForm {
  readonly store: StoreApi<TrainingFormState>;
  readonly #describer: DataDescriber;
  readonly #workspace: Workspace;

  constructor(connection: Pick<HostConnection, 'client'>, workspace: Workspace) {
    this.#describer = new DataDescriber(connection, (data) => this.store.setState({ data }));
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

  /** Lets the text of the field be typed; what is chosen among few takes no text. */
  edit(): void {
    const { field, values } = this.store.getState();
    if (isTypedField(field)) {
      this.store.setState({ editing: { before: values[field], typed: 'nothing' } });
    }
  }

  /** Takes the field's new text; what is typed first takes the place of what was there. */
  type(text: string): void {
    const { field, values, editing } = this.store.getState();
    if (!isTypedField(field) || !editing) return;
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
    if (!editing || !isTypedField(field)) return;
    const typed = values[field];
    const before = { ...values, [field]: editing.before };
    this.store.setState({ values: before });
    if (field !== 'source') this.#setValues({ ...before, [field]: typed });
    else if (typed.trim() !== editing.before) this.take(typed.trim());
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

  /** Takes a source for what the keys act on: to be added, to be held out, or else to be learnt from. */
  takeForField(source: string): void {
    const { field, values } = this.store.getState();
    if (field !== 'extra' && field !== 'test') {
      this.take(source);
      return;
    }
    const text = field === 'extra' ? withExtra(values.extra, source) : source;
    this.store.setState({ editing: undefined });
    this.#setValues({ ...values, [field]: text });
    void this.describe();
  }

  /** Lets the run go on from a model, with its network and weights, or begin with fresh ones. */
  goOnFrom(model: string | undefined): void {
    this.keep();
    this.store.setState({ from: model });
  }

  /** Fills in what a run was asked for, to run another like it; the name is left to be made. */
  fill(request: RunRequest): void {
    this.store.setState({ editing: undefined, from: request.from });
    this.#setValues(valuesOf(request));
  }

  /** Asks the host what there is to learn from. */
  async describe(): Promise<void> {
    const { values } = this.store.getState();
    this.cancel();
    if (values.source === '') return;
    const question = this.#question();
    if ('error' in question) {
      this.store.setState({ data: { status: 'failed', problem: question.error } });
    } else await this.#describer.ask(question);
  }

  /** Ends a load that is under way. */
  cancel(): void {
    this.#describer.cancel();
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
    const { source, data } = this.#hostSources(values.source, form.data);
    const { from } = this.store.getState();
    const more = { ...(data && { data }), ...(from !== undefined && { from }) };
    return { source, settings: form.settings, name, ...more };
  }

  /** Paths are taken from the workspace, as the found sources are said. */
  #hostSources(source: string, data: DataOptions | undefined) {
    const toHost = (typed: string) => toHostSource(typed, this.#workspace, this.#workspace.root);
    return {
      source: toHost(source),
      data: data && {
        ...data,
        ...(data.extra && { extra: data.extra.map(toHost) }),
        ...(data.test !== undefined && { test: toHost(data.test) }),
      },
    };
  }

  /** What other samples are unknown; another split of the same is looked at again where they were. */
  #question(): DataQuestion | { error: string } {
    const { values } = this.store.getState();
    const form = readForm(values);
    if ('error' in form) return form;
    const { seed, validationSplit } = form.settings;
    return { ...this.#hostSources(values.source, form.data), seed, validationSplit };
  }

  /** Other samples are unknown; another split of the same is looked at again where they were known. */
  #setValues(values: FormValues): void {
    const { values: before, data } = this.store.getState();
    this.store.setState({ values });
    if (samplesKey(values) !== samplesKey(before)) {
      this.cancel();
      this.store.setState({ data: { status: 'unknown' } });
    } else if (data.status === 'ready' && splitKey(values) !== splitKey(before)) {
      const question = this.#question();
      if (!('error' in question)) void this.#describer.askQuietly(question);
    }
  }
}

function samplesKey({ source, extra, limitPerClass, test }: FormValues): string {
  return JSON.stringify([source, extra, limitPerClass, test]);
}

function splitKey({ validationSplit, seed }: FormValues): string {
  return JSON.stringify([validationSplit, seed]);
}
