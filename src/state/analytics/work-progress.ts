/** How far long work has come. */
export interface WorkProgress {
  phase: 'load' | 'score';
  done: number;
  /** 0 while it is not known. */
  total: number;
  /** Milliseconds since 1970 of the phase's first and last news. */
  since: number;
  at: number;
}

/** The next state of progress: a new phase has a beginning of its own. */
export function progressed(
  before: WorkProgress | undefined,
  { phase, done, total }: Pick<WorkProgress, 'phase' | 'done' | 'total'>,
  now: number,
): WorkProgress {
  const since = before?.phase === phase ? before.since : now;
  return { phase, done, total, since, at: now };
}
