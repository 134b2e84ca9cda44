import type { RunEvent, RunEventOf } from '../core/run/event.js';

const tellable = [
  'paused',
  'resumed',
  'settings-changed',
  'stopped',
  'failed',
  'completed',
] as const;

/** An event that changes what a run is about. */
export type TellableEvent = RunEventOf<(typeof tellable)[number]>;

/** What has happened to a run and was not asked for here. */
export interface RunNews {
  run: string;
  /** `begun` where another client has set it going, or its turn has come. */
  event: TellableEvent | { type: 'begun' };
}

export function isTellable(event: RunEvent): event is TellableEvent {
  return tellable.some((type) => type === event.type);
}
