export function removeStale(
  folder: string,
  options: { names: ReadonlySet<string>; olderThan: number; now?: number },
): Promise<void>;
