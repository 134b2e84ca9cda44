import { readFileSync, rmSync, writeFileSync } from 'node:fs';

/** A lock file that this process has taken. */
export interface Lock {
  /** Whether it still is: another process may have found that nobody listened. */
  isOurs: () => boolean;
  /** Gives it back where it is ours. */
  release: () => void;
}

/**
 * Takes a lock file for this process. One whose process is gone is taken over.
 *
 * @returns undefined where another process holds it
 */
export function takeLock(file: string): Lock | undefined {
  for (let attempt = 0; attempt < 2; attempt++) {
    try {
      writeFileSync(file, String(process.pid), { flag: 'wx', mode: 0o600 });
      return lockOf(file);
    } catch (error) {
      if (!hasCode(error, 'EEXIST')) throw error;
      if (isHeld(file)) return undefined;
      rmSync(file, { force: true });
    }
  }
  return undefined;
}

/** Removes a lock whoever holds it. */
export function breakLock(file: string): void {
  rmSync(file, { force: true });
}

function lockOf(file: string): Lock {
  const isOurs = () => holderOf(file) === process.pid;
  return {
    isOurs,
    release: () => {
      if (isOurs()) rmSync(file, { force: true });
    },
  };
}

function isHeld(file: string): boolean {
  const holder = holderOf(file);
  if (holder === undefined) return false;
  try {
    process.kill(holder, 0);
    return true;
  } catch (error) {
    // A process of another user is there too.
    return hasCode(error, 'EPERM');
  }
}

function holderOf(file: string): number | undefined {
  try {
    const holder = Number(readFileSync(file, 'utf8'));
    return Number.isInteger(holder) && holder > 0 ? holder : undefined;
  } catch {
    return undefined;
  }
}

function hasCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}
