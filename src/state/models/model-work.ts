/** What is being done with a model, or what came of it, a line for people. */
export type ModelWork =
  | { status: 'idle' }
  | { status: 'working'; words: string }
  /** `bytes` of what was written, where something was. */
  | { status: 'done'; words: string; bytes?: number }
  | { status: 'failed'; problem: string };
