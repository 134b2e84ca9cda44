import { join, relative } from 'node:path';
import { createStore, type StoreApi } from 'zustand/vanilla';
import { errorLine } from '../../core/problem.js';
import { resolveUserPath } from '../../files/user-path.js';
import type { ModelSummary } from '../../host/protocol.js';
import type { Host, HostConnection } from '../host-connection.js';
import { type ExportChoice, exportChoices } from './export-choices.js';
import type { ModelWork } from './model-work.js';

export interface ModelsState {
  /** The model that is looked at; the first where it is not said, or not there any more. */
  name?: string;
  page: 'list' | 'model';
  /** What lies over the page or takes its last row. */
  panel: 'none' | 'rename' | 'delete' | 'export-format' | 'export-file' | 'files';
  /** What is typed into that row. */
  typed: string;
  /** What is exported to. */
  target: ExportChoice;
  /** The model that was deleted last and can be brought back by one key. */
  deleted?: string;
  work: ModelWork;
}

/** The models of the workspace on the screen: which one is looked at, and what is done with it. */
export class ModelsStore {
  readonly store: StoreApi<ModelsState>;
  readonly connection: HostConnection;
  readonly #root: string;

  /** @param root of the workspace, which typed paths start from */
  constructor(connection: HostConnection, root: string) {
    this.connection = connection;
    this.#root = root;
    this.store = createStore<ModelsState>(() => ({
      page: 'list',
      panel: 'none',
      typed: '',
      target: exportChoices[0],
      work: { status: 'idle' },
    }));
  }

  get models(): readonly ModelSummary[] {
    return this.connection.store.getState().models ?? [];
  }

  /** The model that is looked at. */
  get model(): ModelSummary | undefined {
    return this.models[this.place];
  }

  /** Its place in the list, from 0. */
  get place(): number {
    const { name } = this.store.getState();
    return Math.max(
      0,
      this.models.findIndex((model) => model.name === name),
    );
  }

  move(by: number): void {
    const last = this.models.length - 1;
    this.lookAt(this.models[Math.min(last, Math.max(0, this.place + by))]?.name);
  }

  lookAt(name: string | undefined): void {
    this.store.setState({ name });
  }

  /** Opens the page of the model that is looked at. */
  open(): void {
    this.store.setState({ page: 'model', name: this.model?.name });
  }

  /** Goes back from a page to the list. */
  close(): void {
    this.store.setState({ page: 'list' });
  }

  ask(panel: 'rename' | 'delete' | 'export-format' | 'files'): void {
    this.store.setState({ panel, typed: this.model?.name ?? '' });
  }

  type(typed: string): void {
    this.store.setState({ typed });
  }

  closePanel(): void {
    this.store.setState({ panel: 'none' });
  }

  /** Takes a format, and asks where to. */
  exportTo(target: ExportChoice): void {
    const name = this.model?.name ?? 'model';
    const typed = join('exports', `${name}${target.ending}`);
    this.store.setState({ target, panel: 'export-file', typed });
  }

  async export(): Promise<void> {
    const { typed, target } = this.store.getState();
    const { model } = this;
    if (!model || typed.trim() === '') return;
    const file = resolveUserPath(typed.trim(), this.#root);
    await this.#work(`writing ${model.name} as ${target.title}`, async ({ models }) => {
      const { format } = target;
      const { bytes } = await models.export({ model: model.name, format, file, others: 'keep' });
      const inside = relative(this.#root, file);
      const shown = inside.startsWith('..') ? file : inside;
      return { status: 'done', words: `${model.name} is written to ${shown}`, bytes };
    });
  }

  async rename(): Promise<void> {
    const { model } = this;
    const name = this.store.getState().typed.trim();
    if (!model || name === model.name) return this.closePanel();
    await this.#work(`renaming ${model.name}`, async ({ models }) => {
      await models.rename(model.name, name);
      this.lookAt(name);
      return done(`${model.name} is called ${name} now`);
    });
  }

  async remove(): Promise<void> {
    const { model, place } = this;
    if (!model) return;
    await this.#work(`deleting ${model.name}`, async ({ models }) => {
      await models.remove(model.name);
      const next = this.models[place + 1] ?? this.models[place - 1];
      this.store.setState({ page: 'list', name: next?.name, deleted: model.name });
      return done(`${model.name} is deleted: u brings it back`);
    });
  }

  /** Brings back what was deleted last. */
  async undo(): Promise<void> {
    const { deleted } = this.store.getState();
    if (deleted === undefined) return;
    await this.#work(`bringing ${deleted} back`, async ({ models }) => {
      await models.restore(deleted);
      this.store.setState({ name: deleted, deleted: undefined });
      return done(`${deleted} is back`);
    });
  }

  /** Uses the model where none is named; of the default that was chosen, leaves it to the cards again. */
  async choose(): Promise<void> {
    const { model } = this;
    if (!model || !('card' in model)) return;
    const name = model.chosen ? undefined : model.name;
    await this.#work('choosing the default', async ({ models }) => {
      await models.choose(name);
      return done(
        name === undefined
          ? 'the cards say again which model is used'
          : `${name} is used where no model is named`,
      );
    });
  }

  async verify(): Promise<void> {
    const { model } = this;
    if (!model) return;
    await this.#work(`reading ${model.name} whole`, async ({ models }) => {
      const [{ problem } = {}] = await models.verify(model.name);
      return problem === undefined
        ? done(`${model.name} is whole: its files have the checksums of its card`)
        : { status: 'failed', problem };
    });
  }

  /** Tells what another part has done with models. */
  tell(work: ModelWork): void {
    this.store.setState({ work });
  }

  async #work(words: string, work: (host: Host) => Promise<ModelWork>): Promise<void> {
    this.store.setState({ panel: 'none', work: { status: 'working', words } });
    try {
      const outcome = await work(await this.connection.client());
      await this.connection.refresh();
      this.store.setState({ work: outcome });
    } catch (error) {
      this.store.setState({ work: { status: 'failed', problem: errorLine(error) } });
    }
  }
}

function done(words: string): ModelWork {
  return { status: 'done', words };
}
