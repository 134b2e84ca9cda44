import { type Stats, statSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import { setTimeout } from 'node:timers/promises';
import { PathTable } from './path-table.js';

/** What the file system said of files and folders when they were read: where it says the same, they are the same. */
export interface Stamp {
  paths: PathTable;
  /** For each path its facts: size in bytes, times of its last change and of its inode's, in milliseconds. */
  facts: Float64Array;
}

/** Numbers for each path. */
const factCount = 3;

export function newStamp(paths: readonly string[]): Stamp {
  const bytes = paths.length * factCount * Float64Array.BYTES_PER_ELEMENT;
  return { paths: PathTable.of(paths), facts: new Float64Array(new SharedArrayBuffer(bytes)) };
}

/** Writes down what was said of a path. */
export function putFacts(facts: Float64Array, index: number, stats: Stats): void {
  facts[index * factCount] = stats.size;
  facts[index * factCount + 1] = stats.mtimeMs;
  // Whoever sets the time of a change back cannot set this one.
  facts[index * factCount + 2] = stats.ctimeMs;
}

/** Whether a file may have other names, by which it can be changed without a trace in its folder. */
export type Names = 'any' | 'one';

/** A part of a stamp: paths from `start` to before `end`. */
interface StampPart {
  stamp: Stamp;
  start: number;
  end: number;
  names: Names;
}

/** True where all its paths are as they were. Blocks some microseconds for each. */
export function areUnchanged({ stamp: { paths, facts }, start, end, names }: StampPart): boolean {
  const now = new Float64Array(factCount);
  return paths.slice(start, end).every((path, offset) => {
    const stats = statSync(path, { throwIfNoEntry: false });
    if (!stats || (names === 'one' && stats.nlink > 1 && stats.isFile())) return false;
    putFacts(now, 0, stats);
    const at = (start + offset) * factCount;
    return now.every((value, fact) => value === facts[at + fact]);
  });
}

/**
 * The clock of a file system ticks every few milliseconds: a change within the tick of the one
 * before does not show. So much later it does.
 */
const clockTick = 20;

/** True where a change after this look at a file could still have the same time. */
export function isTooFresh({ ctimeMs }: Pick<Stats, 'ctimeMs'>): boolean {
  return Date.now() - ctimeMs < clockTick;
}

/** Waits until later changes show. */
export function waitForTick(): Promise<void> {
  return setTimeout(clockTick);
}

/** The same in a thread that has nothing else to do. */
export function blockForTick(): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, clockTick);
}

/**
 * The stamp of a few files that are about to be read.
 *
 * @throws the error of the file system where one is not there
 */
export async function takeStamp(files: readonly string[]): Promise<Stamp> {
  const look = () => Promise.all(files.map((file) => stat(file)));
  let all = await look();
  if (all.some(isTooFresh)) {
    await waitForTick();
    all = await look();
  }
  const stamp = newStamp(files);
  all.forEach((stats, index) => {
    putFacts(stamp.facts, index, stats);
  });
  return stamp;
}
