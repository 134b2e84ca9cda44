import type { RunEvent, RunEventOf, RunOutcome, RunRequest } from './event.js';

export type EpochRecord = Omit<RunEventOf<'epoch-ended'>, 'type' | 'at'>;
export type Progress = Omit<RunEventOf<'progress'>, 'type' | 'at'>;

/** A run as its events tell it. The same state serves a live screen, a late attach and a past run. */
export interface RunState {
  id: string;
  status: 'waiting' | 'running' | 'paused' | 'stopped' | 'failed' | 'completed';
  request?: RunRequest;
  engine?: 'native' | 'portable';
  startedAt?: number;
  /** When the last event happened. */
  updatedAt?: number;
  trainSamples: number;
  validationSamples: number;
  /** Samples of each digit, both sides of the split. */
  perClass: readonly number[];
  learningRate: number;
  /** The epoch under way or last ended, from 1; 0 before the first. */
  epoch: number;
  /** Where the epoch under way stands. */
  progress?: Progress;
  /** Epochs ended, in order. */
  history: readonly EpochRecord[];
  /** The last epoch whose weights are kept. */
  keptEpoch?: number;
  /** The epoch with the lowest validation loss. */
  best?: EpochRecord;
  /** How the average of the last epochs' weights scored, where the recipe makes one. */
  average?: Omit<RunEventOf<'weights-averaged'>, 'type' | 'at'>;
  /** Training loss within the epochs, one figure a progress event. */
  lossTrail: readonly number[];
  outcome?: RunOutcome & { reason?: RunEventOf<'completed'>['reason'] };
  /** Why it failed or was paused, and what can be done. */
  reason?: string;
  /** Up to where it could be resumed: epochs that were over, steps of the next. */
  saved?: SavedPosition;
  /** What people did to it while it ran, in order. */
  marks: readonly RunMark[];
}

export interface SavedPosition {
  epoch: number;
  step: number;
  at: number;
}

/** Something that was done to a run, at the epoch that was under way. */
export type RunMark = Pick<
  RunEventOf<'paused' | 'resumed' | 'settings-changed'>,
  'at' | 'epoch' | 'by'
> &
  (
    | { kind: 'paused'; reason?: string }
    | { kind: 'resumed'; from?: { epoch: number; step: number } }
    | { kind: 'learning-rate' | 'epochs'; from: number; to: number }
  );

/** Figures kept of the trail within epochs: more than any chart has columns. */
const trailLength = 600;

export function emptyRun(id: string): RunState {
  return {
    id,
    status: 'waiting',
    trainSamples: 0,
    validationSamples: 0,
    perClass: Array<number>(10).fill(0),
    learningRate: Number.NaN,
    epoch: 0,
    history: [],
    lossTrail: [],
    marks: [],
  };
}

export function reduceRun(state: RunState, event: RunEvent): RunState {
  return { ...reduceEvent(state, event), updatedAt: event.at };
}

function reduceEvent(state: RunState, event: RunEvent): RunState {
  switch (event.type) {
    case 'started': {
      const { type: _, at, run, ...facts } = event;
      return { ...state, ...facts, id: run, status: 'running', startedAt: at };
    }
    case 'epoch-started':
      return {
        ...state,
        epoch: event.epoch,
        learningRate: event.learningRate,
        progress: undefined,
      };
    case 'progress':
      return reduceProgress(state, event);
    case 'epoch-ended':
      return reduceEpochEnd(state, event);
    case 'learning-rate-changed':
      return { ...state, learningRate: event.to };
    case 'weights-averaged': {
      const { type: _, at: __, ...average } = event;
      return { ...state, average, progress: undefined };
    }
    case 'weights-kept':
      return { ...state, keptEpoch: event.epoch };
    case 'checkpoint-saved':
      return state;
    case 'state-saved': {
      const { type: _, ...saved } = event;
      return { ...state, saved };
    }
    case 'paused':
      return {
        ...withMarks(state, [{ ...markOf(event), kind: 'paused', reason: event.reason }]),
        status: 'paused',
        reason: event.reason,
      };
    case 'resumed':
      return reduceResume(state, event);
    case 'settings-changed':
      return reduceChange(state, event);
    case 'stopped': {
      const { type, at: _, by: __, ...outcome } = event;
      return { ...state, status: type, outcome, progress: undefined };
    }
    case 'completed': {
      const { type, at: _, ...outcome } = event;
      return { ...state, status: type, outcome, progress: undefined };
    }
    case 'failed':
      return {
        ...state,
        status: 'failed',
        reason: `${event.reason}: ${event.remedy}`,
        progress: undefined,
      };
  }
}

/** True until the run has ended in one way or another. */
export function isActive(state: Pick<RunState, 'status'>): boolean {
  return state.status === 'waiting' || state.status === 'running' || state.status === 'paused';
}

function reduceProgress(state: RunState, event: RunEventOf<'progress'>): RunState {
  const { type: _, at: __, ...progress } = event;
  const lossTrail =
    event.phase === 'train'
      ? [...state.lossTrail, event.loss].slice(-trailLength)
      : state.lossTrail;
  return { ...state, epoch: event.epoch, progress, lossTrail };
}

function reduceEpochEnd(state: RunState, event: RunEventOf<'epoch-ended'>): RunState {
  const { type: _, at: __, ...record } = event;
  return {
    ...state,
    epoch: event.epoch,
    history: [...state.history, record],
    best: record.improved ? record : state.best,
    progress: undefined,
  };
}

/** A run that goes on from what was saved has not seen what came after that. */
function reduceResume(state: RunState, event: RunEventOf<'resumed'>): RunState {
  const { from } = event;
  const marked = withMarks(state, [{ ...markOf(event), kind: 'resumed', from }]);
  const resumed = { ...marked, status: 'running', reason: undefined, outcome: undefined } as const;
  if (!from) return resumed;
  const history = state.history.filter(({ epoch }) => epoch <= from.epoch);
  return {
    ...resumed,
    history,
    best: history.findLast(({ improved }) => improved),
    epoch: event.epoch,
    progress: undefined,
  };
}

function reduceChange(state: RunState, event: RunEventOf<'settings-changed'>): RunState {
  const { learningRate, epochs } = event;
  const marks: RunMark[] = [];
  if (learningRate) marks.push({ ...markOf(event), kind: 'learning-rate', ...learningRate });
  if (epochs) marks.push({ ...markOf(event), kind: 'epochs', ...epochs });
  return {
    ...withMarks(state, marks),
    learningRate: learningRate?.to ?? state.learningRate,
    request: epochs ? withEpochs(state.request, epochs.to) : state.request,
  };
}

function withEpochs(request: RunRequest | undefined, epochs: number): RunRequest | undefined {
  return request && { ...request, settings: { ...request.settings, epochs } };
}

function withMarks(state: RunState, marks: readonly RunMark[]): RunState {
  return { ...state, marks: [...state.marks, ...marks] };
}

function markOf({ at, epoch, by }: Pick<RunMark, 'at' | 'epoch' | 'by'>) {
  return { at, epoch, by };
}
