import { createStore, type StoreApi } from 'zustand/vanilla';
import type { RunSummary } from '../../host/protocol.js';
import type { HostConnection } from '../host-connection.js';
import type { RunStore } from '../run-store.js';
import { firstHistory, type HistoryState, type ShownRuns, shownRuns } from './history-state.js';
import { liveRuns } from './live-runs.js';
import { titleOf } from './run-facts.js';
import { nextOrder } from './run-order.js';
import { askHost, type Told } from './told.js';

/** Runs on one chart at most: more lines cannot be told apart. */
export const mostCompared = 6;

/** The list of all runs of the workspace, and what is done to those that are not under way. */
export class History {
  readonly store: StoreApi<HistoryState> = createStore<HistoryState>(() => firstHistory);
  readonly #connection: HostConnection;
  readonly #runs: RunStore;

  constructor(connection: HostConnection, runs: RunStore) {
    this.#connection = connection;
    this.#runs = runs;
  }

  /** As the screen has them: the order may hang on how the run under way does. */
  get shown(): ShownRuns {
    const { runs } = this.#connection.store.getState();
    return shownRuns(liveRuns(runs, this.#runs.store.getState().view), this.store.getState());
  }

  /** Selects the run so many rows on; the list ends at both ends. */
  move(places: number): void {
    const { rows, index } = this.shown;
    const next = Math.min(rows.length - 1, Math.max(0, index + places));
    this.select(rows[next]?.id);
  }

  select(id: string | undefined): void {
    this.store.setState({ selected: id });
  }

  /** Marks the selected run or takes its mark away, and goes on to the next. */
  mark(): Told | undefined {
    const { selected } = this.shown;
    const { marked } = this.store.getState();
    if (!selected) return undefined;
    const { id } = selected;
    const isMarked = marked.includes(id);
    if (!isMarked && marked.length >= mostCompared) {
      return { problem: `${mostCompared} are marked: more lines cannot be told apart` };
    }
    const others = marked.filter((other) => other !== id);
    this.store.setState({ marked: isMarked ? others : [...marked, id] });
    this.move(1);
    return undefined;
  }

  turnOrder(): void {
    this.store.setState(({ order }) => ({ order: nextOrder(order), selected: this.#selectedId }));
  }

  openLine(line: 'filter' | 'title' | 'note'): void {
    const { selected } = this.shown;
    const text = line === 'title' ? selected?.title : selected?.note;
    const typed = line === 'filter' ? '' : (text ?? '');
    this.store.setState({ line, typed, selected: selected?.id });
  }

  type(text: string): void {
    const { line } = this.store.getState();
    this.store.setState(line === 'filter' ? { filter: text } : { typed: text });
  }

  /** Ends the typing with what is typed; a title or note goes to the host. */
  async keepLine(): Promise<Told | undefined> {
    const { line, typed } = this.store.getState();
    const { selected } = this.shown;
    this.store.setState({ line: 'closed' });
    if (line === 'filter' || line === 'closed' || !selected) return undefined;
    const text = typed.trim();
    return askHost(this.#connection, async (host) => {
      await host.runs.describe({ run: selected.id, [line]: text });
      return `${line} ${text === '' ? 'taken away' : 'kept'}`;
    });
  }

  /** Ends the typing with what was there before; without a line to type in, the filter is cleared. */
  back(): 'used' | 'unused' {
    const { line, filter, marked } = this.store.getState();
    if (line !== 'closed') {
      this.store.setState({ line: 'closed', ...(line === 'filter' && { filter: '' }) });
    } else if (filter !== '') this.store.setState({ filter: '', selected: this.#selectedId });
    else if (marked.length > 0) this.store.setState({ marked: [] });
    else return 'unused';
    return 'used';
  }

  /** Puts a run away, where `undoRemove` finds it. */
  async remove({ id, ...named }: RunSummary): Promise<Told> {
    const { rows, index } = this.shown;
    const title = titleOf({ id, ...named });
    const next = rows[index + 1] ?? rows[index - 1];
    return askHost(this.#connection, async (host) => {
      await host.runs.remove(id);
      this.store.setState(({ removed, marked }) => ({
        removed: [...removed, { id, title }],
        marked: marked.filter((other) => other !== id),
        selected: next?.id,
      }));
      return `${title} is put away: u brings it back`;
    });
  }

  /** Brings the run back that was put away last. */
  async undoRemove(): Promise<Told> {
    const last = this.store.getState().removed.at(-1);
    if (!last) return { problem: 'nothing has been put away' };
    return askHost(this.#connection, async (host) => {
      await host.runs.restore(last.id);
      this.store.setState(({ removed }) => ({
        removed: removed.filter((run) => run !== last),
        selected: last.id,
      }));
      return `${last.title} is back`;
    });
  }

  get #selectedId(): string | undefined {
    return this.shown.selected?.id;
  }
}
