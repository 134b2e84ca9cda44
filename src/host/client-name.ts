import { readlinkSync } from 'node:fs';

/**
 * What a client calls itself to others: what it is, and the terminal that it is used at, where that is known.
 *
 * @param program `app`, `digitscope train`
 * @returns `app on pts/3`
 */
export function clientName(program: string, terminal = currentTerminal()): string {
  return terminal === undefined ? program : `${program} on ${terminal}`;
}

function currentTerminal(): string | undefined {
  const path = terminalOf(0) ?? terminalOf(2) ?? process.env.SSH_TTY;
  return path?.replace(/^\/dev\//, '').slice(0, 40);
}

/** Linux only: elsewhere Node has no way to ask. */
function terminalOf(descriptor: number): string | undefined {
  try {
    const target = readlinkSync(`/proc/self/fd/${descriptor}`);
    return /^\/dev\/(pts\/|tty)\d+$/.test(target) ? target : undefined;
  } catch {
    return undefined;
  }
}
