import type { RunSummary } from '../../host/protocol.js';
import type { HostConnection } from '../host-connection.js';
import type { RunStore, RunsState } from '../run-store.js';
import type { TrainingForm } from '../training-form-store.js';
import { Comparison } from './comparison-store.js';
import { History } from './history-store.js';
import { Pages, type RunPage } from './pages.js';
import { PastRunStore } from './past-run-store.js';
import { Queue } from './queue.js';
import { isGoing, isQueued, titleOf } from './run-facts.js';
import { SweepForm } from './sweep-form-store.js';
import type { Told } from './told.js';

export interface RunBookOptions {
  connection: HostConnection;
  runs: RunStore;
  form: TrainingForm;
}

/** All runs of the workspace: those of the past, those that wait, and those that are looked at together. */
export class RunBook {
  readonly connection: HostConnection;
  readonly runs: RunStore;
  readonly form: TrainingForm;
  readonly pages = new Pages();
  readonly history: History;
  readonly past: PastRunStore;
  readonly comparison: Comparison;
  readonly queue: Queue;
  readonly sweep: SweepForm;
  /** What lies under the pages that are open. */
  #front: RunsState['front'] = 'run';

  constructor({ connection, runs, form }: RunBookOptions) {
    this.connection = connection;
    this.runs = runs;
    this.form = form;
    this.history = new History(connection, runs);
    this.past = new PastRunStore(connection);
    this.comparison = new Comparison(connection, runs);
    this.queue = new Queue(connection);
    this.sweep = new SweepForm(connection, form);
  }

  get #summaries(): readonly RunSummary[] {
    return this.connection.store.getState().runs ?? [];
  }

  /** Opens a page over the run of this app or its settings. */
  openOver(page: RunPage): void {
    this.#front = this.runs.store.getState().front;
    this.pages.open(page);
  }

  /** Goes back a page; settings that were left are settings again. */
  back(): 'used' | 'unused' {
    const used = this.pages.back();
    const isOwn = this.pages.store.getState().open.name === 'own';
    if (used === 'used' && isOwn && this.#front === 'settings') this.runs.showSettings();
    return used;
  }

  /** Shows a run: one of the past by its log, one under way as it goes, one that waits in the queue. */
  open(run: RunSummary): void {
    if (isQueued(run)) this.pages.open({ name: 'queue' });
    else if (isGoing(run) || this.runs.store.getState().view?.run.id === run.id) {
      this.pages.start({ name: 'own' });
      this.runs.showRun();
    } else {
      void this.past.open(run);
      this.pages.open({ name: 'past', run: run.id });
    }
  }

  /** Fills the settings in with those of a run. */
  openLike(run: RunSummary): void {
    if (!run.request) return;
    this.form.fill(run.request);
    this.#front = 'settings';
    this.pages.start({ name: 'own' });
    this.runs.showSettings();
  }

  /** Lets a run go on from where it was saved, and shows it. */
  async resume({ id, ...named }: RunSummary): Promise<Told> {
    const resumed = await this.runs.control.resume(id);
    if (!resumed) return { problem: this.runs.store.getState().problem ?? 'it could not go on' };
    this.pages.start({ name: 'own' });
    this.runs.showRun();
    const place = resumed.from ? ` after epoch ${resumed.from.epoch}` : '';
    return { done: `${titleOf({ id, ...named })} goes on${place}` };
  }

  /** Shows the table of the sweep that a run is part of. */
  openSweepOf({ request }: RunSummary): void {
    if (request?.sweep) this.pages.open({ name: 'sweep', sweep: request.sweep });
  }

  /** Lays the curves of runs over each other; those that wait have none. */
  compare(ids: readonly string[]): void {
    const found = ids.flatMap((id) => this.#summaries.find((run) => run.id === id) ?? []);
    void this.comparison.open(found.filter((run) => !isQueued(run)));
    this.pages.open({ name: 'comparison' });
  }
}
