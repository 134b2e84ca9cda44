import { exitCodes, Problem } from '../../core/problem.js';
import { isEnd, type RunEvent, type RunRequest } from '../../core/run/event.js';
import { emptyRun, isActive, type RunState, reduceRun } from '../../core/run/reducer.js';
import { type NumberSetting, parseSetting } from '../../core/settings.js';
import { type Change, RunControl } from '../../training/control.js';
import type { EngineChoice, LoadProgress } from '../protocol.js';
import { Room } from './room.js';
import type { RunLog } from './run-log.js';

/** Hears of a run as it goes. */
export interface RunListener {
  event: (run: string, event: RunEvent) => void;
  loading: (run: string, progress: LoadProgress) => void;
}

export interface ActiveRunOptions {
  id: string;
  request: RunRequest;
  engine?: EngineChoice;
  log: RunLog;
  listeners: Iterable<RunListener>;
  /** What its log says already, and who lets it go on. */
  resume?: { events: readonly RunEvent[]; by?: string };
}

/** The run under way: what happened in it, who hears of it, and how it is told what to do. */
export class ActiveRun {
  readonly id: string;
  readonly request: RunRequest;
  readonly engine?: EngineChoice;
  readonly log: RunLog;
  readonly control = new RunControl();
  readonly room: Room;
  /** Who lets it go on, where it is one that goes on. */
  readonly resumed?: { by?: string };
  readonly listeners: Set<RunListener>;
  readonly #events: RunEvent[];
  #state: RunState;
  /** Who waits for the run to be held. */
  readonly #pauses = new Set<() => void>();

  constructor({ id, request, engine, log, listeners, resume }: ActiveRunOptions) {
    this.id = id;
    this.request = request;
    this.engine = engine;
    this.log = log;
    this.listeners = new Set(listeners);
    this.resumed = resume && { by: resume.by };
    this.#events = [...(resume?.events ?? [])];
    this.#state = this.#events.reduce(reduceRun, emptyRun(id));
    this.room = new Room({
      onFull: (reason) => this.#note({ type: 'paused', ...this.#now(), reason }),
      onRoom: () => this.#note({ type: 'resumed', ...this.#now() }),
      signal: this.control.signal,
    });
  }

  get events(): RunEvent[] {
    return [...this.#events];
  }

  get state(): RunState {
    return this.#state;
  }

  /** Tells who listens, and writes it down as soon as there is room. */
  async tell(event: RunEvent): Promise<void> {
    this.#note(event);
    await this.room.write(() => this.log.flush());
  }

  loading(progress: LoadProgress): void {
    for (const listener of this.listeners) listener.loading(this.id, progress);
  }

  /** Whether a person holds it: all that it goes on from is on the disk then. */
  get isHeld(): boolean {
    return this.control.isHeld && this.#state.status === 'paused';
  }

  /** Resolves when the run is held, or will not be: somebody has let it go on, or it has ended meanwhile. */
  async pause(by?: string): Promise<void> {
    if (this.control.isHeld || !isActive(this.#state)) return;
    const answered = new Promise<void>((resolve) => this.#pauses.add(resolve));
    this.control.pause(by);
    await answered;
  }

  resume(by?: string): void {
    this.control.resume(by);
    this.room.tryNow();
    this.#answerPauses();
  }

  /** @throws Problem where a setting is out of its range, or epochs are over that are not wanted any more */
  change(change: Change): void {
    const { learningRate, epochs } = change;
    if (learningRate !== undefined) requireSetting('learningRate', learningRate);
    if (epochs !== undefined) {
      requireSetting('epochs', epochs);
      this.#requireAhead(epochs);
    }
    this.control.change(change);
  }

  #requireAhead(epochs: number): void {
    const { epoch } = this.#state;
    if (epochs >= epoch) return;
    throw new Problem(`epoch ${epoch} of ${this.id} has begun already`, {
      remedy: `choose ${epoch} epochs or more, or stop the run`,
      exitCode: exitCodes.usage,
    });
  }

  #answerPauses(): void {
    for (const answer of this.#pauses) answer();
    this.#pauses.clear();
  }

  #note(event: RunEvent): void {
    this.#events.push(event);
    this.#state = reduceRun(this.#state, event);
    this.log.queue(event);
    for (const listener of this.listeners) listener.event(this.id, event);
    if (event.type === 'paused' || isEnd(event)) this.#answerPauses();
  }

  #now() {
    return { at: Date.now(), epoch: Math.max(1, this.#state.epoch) };
  }
}

/** @throws Problem where the value is out of its range */
function requireSetting(name: NumberSetting, value: number): void {
  const read = parseSetting(name, String(value));
  if ('value' in read) return;
  throw new Problem(`${value} is out of range`, {
    remedy: read.error,
    exitCode: exitCodes.usage,
  });
}
