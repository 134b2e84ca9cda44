/** How a source is loaded. */
export interface LoadOptions {
  /** The folder that a relative source starts from; the current one where it is left out. */
  workspace?: string;
  /** Told the pictures that are done, now and then. */
  onProgress?: (progress: { done: number; total: number }) => void;
  signal?: AbortSignal;
}
