import { constants } from 'node:os';
import { errorLine, exitCodes, Problem } from '../../core/problem.js';

/** Why the program leaves, other than by being asked to. */
export interface Ending {
  exitCode: number;
  error?: unknown;
}

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

export function failure(error: unknown): Ending {
  return { exitCode: error instanceof Problem ? error.exitCode : exitCodes.failed, error };
}

/**
 * Calls `onEnding` on a crash anywhere, a signal, or a terminal that is gone; the first only. After that, and once the
 * returned function has been called, the next crash or signal ends the process at once.
 */
export function watchWaysOut(onEnding: (ending: Ending) => void): () => void {
  let isEnding = false;
  const end = (ending: Ending) => {
    if (isEnding) process.exit(ending.exitCode);
    isEnding = true;
    onEnding(ending);
  };
  const fail = (error: unknown) => end(failure(error));
  process.on('uncaughtException', fail);
  process.on('unhandledRejection', fail);
  for (const signal of signals) {
    process.on(signal, () => end({ exitCode: 128 + constants.signals[signal] }));
  }

  // A terminal that is gone fails at each end, and again with each write.
  const hangUp = () => {
    if (!isEnding) end({ exitCode: 128 + constants.signals.SIGHUP });
  };
  process.stdin.on('end', hangUp).on('error', hangUp);
  process.stdout.on('error', hangUp);
  return () => {
    isEnding = true;
  };
}

/** The lines that tell a failure: one, or with the stack and the causes. */
export function describeFailure(error: unknown, detail: 'line' | 'stack'): string {
  if (detail === 'line' || !(error instanceof Error)) return errorLine(error);
  const cause =
    error.cause === undefined ? '' : `\ncaused by ${describeFailure(error.cause, detail)}`;
  return `${errorLine(error)}\n${error.stack ?? ''}${cause}`;
}
