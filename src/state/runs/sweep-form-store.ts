import { createStore, type StoreApi } from 'zustand/vanilla';
import { errorLine } from '../../core/problem.js';
import { defaultSettings } from '../../core/settings.js';
import type { StartRunParams } from '../../host/protocol.js';
import { sweepName, sweepRequests } from '../../host/sweep.js';
import type { HostConnection } from '../host-connection.js';
import type { TrainingForm } from '../training-form-store.js';
import { estimateTime, type TimeEstimate } from './run-time.js';
import {
  firstFields,
  readSweep,
  type SweepFields,
  type SweepFormRow,
  type SweepPlan,
  stepSweep,
  sweepFormRows,
} from './sweep-form.js';

export interface SweepFormState {
  /** What each run is asked for besides what varies, as Training's settings say it. */
  request?: StartRunParams;
  fields: SweepFields;
  row: SweepFormRow;
  /** What the values were before they were edited. */
  editing?: { before: string; typed: 'nothing' | 'something' };
  /** How many are filed while they are. */
  filing?: { done: number; total: number };
}

/** What the form of a sweep shows and does. */
export class SweepForm {
  readonly store: StoreApi<SweepFormState> = createStore<SweepFormState>(() => ({
    fields: firstFields(defaultSettings),
    row: 'first-setting',
  }));
  readonly #connection: HostConnection;
  readonly #form: TrainingForm;

  constructor(connection: HostConnection, form: TrainingForm) {
    this.#connection = connection;
    this.#form = form;
  }

  /** Begins with what Training's settings say; what was filled in is kept while that is the same. */
  open(): { error: string } | undefined {
    const request = this.#form.request();
    if ('error' in request) return request;
    const { request: before } = this.store.getState();
    if (JSON.stringify(before) !== JSON.stringify(request)) {
      this.store.setState({ fields: firstFields(request.settings), row: 'first-setting' });
    }
    this.store.setState({ request, editing: undefined });
    // How many samples there are tells how long it will take.
    if (this.#form.store.getState().data.status === 'unknown') void this.#form.describe();
    return undefined;
  }

  get plan(): SweepPlan {
    const { fields, request } = this.store.getState();
    return readSweep(fields, request?.settings ?? defaultSettings);
  }

  /** How long all of it will take; undefined where no past run tells. */
  get time(): TimeEstimate | undefined {
    const { request } = this.store.getState();
    const { plan } = this;
    if (!request || 'error' in plan) return undefined;
    const { data } = this.#form.store.getState();
    const samples = data.status === 'ready' ? data.summary.count : undefined;
    const { runs = [] } = this.#connection.store.getState();
    return estimateTime({ request, plans: plan.plans, samples }, runs);
  }

  move(direction: 'next' | 'previous'): void {
    const { row, fields } = this.store.getState();
    this.keep();
    const rows = sweepFormRows.filter(
      (name) => name !== 'second-values' || fields[1].setting !== 'none',
    );
    const step = direction === 'next' ? 1 : rows.length - 1;
    this.store.setState({ row: rows[(rows.indexOf(row) + step) % rows.length] });
  }

  step(direction: 'next' | 'previous'): void {
    const { fields, row, request } = this.store.getState();
    const base = request?.settings ?? defaultSettings;
    this.store.setState({ fields: stepSweep(fields, row, direction, base) });
  }

  /** Lets the values be typed; on a setting it goes to its values. */
  edit(): void {
    const { row, fields } = this.store.getState();
    const place = row.startsWith('first') ? 0 : 1;
    if (fields[place].setting === 'none') return;
    this.store.setState({
      row: place === 0 ? 'first-values' : 'second-values',
      editing: { before: fields[place].typed, typed: 'nothing' },
    });
  }

  /** Takes the new text; what is typed first takes the place of what was there. */
  type(text: string): void {
    const { editing } = this.store.getState();
    if (!editing) return;
    const isFirst = editing.typed === 'nothing' && text.startsWith(editing.before);
    this.#setTyped(isFirst ? text.slice(editing.before.length) : text);
    this.store.setState({ editing: { ...editing, typed: 'something' } });
  }

  keep(): void {
    this.store.setState({ editing: undefined });
  }

  undo(): void {
    const { editing } = this.store.getState();
    if (editing) this.#setTyped(editing.before);
    this.keep();
  }

  /**
   * Files every run of the sweep, one after the other.
   *
   * @returns the sweep's name, or what is wrong; `filed` of its runs are filed all the same
   */
  async file(): Promise<{ sweep: string } | { problem: string; filed: number }> {
    const { request, filing } = this.store.getState();
    const { plan } = this;
    if (filing) return { problem: 'its runs are being filed', filed: 0 };
    if ('error' in plan) {
      this.store.setState({ row: plan.row });
      return { problem: plan.error, filed: 0 };
    }
    if (!request) return { problem: 'there are no settings to begin with', filed: 0 };
    const total = plan.plans.length;
    let done = 0;
    this.store.setState({ filing: { done, total } });
    try {
      const host = await this.#connection.client();
      const sweep = sweepName(plan.axes, await host.listRuns());
      for (const asked of sweepRequests(request, plan.plans, sweep)) {
        await host.startRun(asked);
        done += 1;
        this.store.setState({ filing: { done, total } });
      }
      await this.#connection.refresh();
      return { sweep };
    } catch (error) {
      const some = done > 0 ? `, ${done} of ${total} are filed` : '';
      return { problem: `${errorLine(error)}${some}`, filed: done };
    } finally {
      this.store.setState({ filing: undefined });
    }
  }

  #setTyped(typed: string): void {
    const { fields, row } = this.store.getState();
    const [first, second] = fields;
    this.store.setState({
      fields:
        row === 'first-values' ? [{ ...first, typed }, second] : [first, { ...second, typed }],
    });
  }
}
