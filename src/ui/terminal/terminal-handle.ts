/** The part of Node's terminal handle that lets a slow line not block the program; it is not documented. */
interface TerminalHandle {
  fd?: number;
  setBlocking?: (isBlocking: boolean) => unknown;
}

const standardOutput = 1;

/** Whether a write waits until the terminal has taken it. A stream that is no terminal stays as it is. */
export function setBlocking(stream: NodeJS.WriteStream, state: 'on' | 'off'): void {
  if (stream.isTTY) handleOf(stream)?.setBlocking?.(state === 'on');
}

/** The file descriptor that the stream of standard output writes to. */
export function descriptorOf(stdout: NodeJS.WriteStream): number {
  return handleOf(stdout)?.fd ?? standardOutput;
}

function handleOf(stream: NodeJS.WriteStream): TerminalHandle | undefined {
  return (stream as unknown as { _handle?: TerminalHandle })._handle;
}
