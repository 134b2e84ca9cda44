import { readFileSync, rmSync, writeFileSync } from 'node:fs';

/**
 * Takes a lock file for this process. One whose process is gone is taken over.
 *
 * @returns how to give it back, or undefined where another process holds it
 */
export function takeLock(file: string): (() => void) | undefined {
  for (let attempt = 0; attempt < 2; attempt++) {
    try {
      writeFileSync(file, String(process.pid), { flag: 'wx', mode: 0o600 });
      return () => rmSync(file, { force: true });
    } catch (error) {
      if (!isExisting(error)) throw error;
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

function isHeld(file: string): boolean {
  try {
    const holder = Number(readFileSync(file, 'utf8'));
    if (!Number.isInteger(holder) || holder <= 0) return false;
    process.kill(holder, 0);
    return true;
  } catch (error) {
    // A process of another user is there too.
    return hasCode(error, 'EPERM');
  }
}

function isExisting(error: unknown): boolean {
  return hasCode(error, 'EEXIST');
}

function hasCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}
