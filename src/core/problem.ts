/** Exit codes of every command. */
export const exitCodes = {
  done: 0,
  failed: 1,
  usage: 2,
  someUnreadable: 3,
  interrupted: 130,
} as const;

interface ProblemOptions {
  /** What the person can do about it, as a sentence without its full stop. */
  remedy: string;
  cause?: unknown;
  exitCode?: number;
}

/**
 * An error that a person can act on: what is wrong, then what to do about it.
 * Everything that is thrown on bad input is a `Problem`; any other error is a defect of ours.
 */
export class Problem extends Error {
  readonly remedy: string;
  readonly exitCode: number;

  constructor(message: string, { remedy, cause, exitCode = exitCodes.failed }: ProblemOptions) {
    super(message, cause === undefined ? undefined : { cause });
    this.name = 'Problem';
    this.remedy = remedy;
    this.exitCode = exitCode;
  }

  /** The one line that is shown, on standard error or in a panel. */
  get line(): string {
    return `${this.message}: ${this.remedy}`;
  }
}

/** The one line that says an error of any kind. */
export function errorLine(error: unknown): string {
  if (error instanceof Problem) return error.line;
  return error instanceof Error ? error.message : String(error);
}
