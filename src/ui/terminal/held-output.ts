// More than anyone reads; the end is what explains a failure.
const heldLimit = 64_000;

type Write = typeof process.stdout.write;

/**
 * Keeps what others print (console, warnings of Node) off the screen while the program owns it.
 * `write` is the way past it; `release` lets output through again and returns what was kept.
 */
export interface HeldOutput {
  write: (text: string, done?: () => void) => boolean;
  release(): string;
}

export function holdOutput(): HeldOutput {
  let held = '';
  const keep: Write = (chunk: string | Uint8Array, ...rest: unknown[]) => {
    held = (held + (typeof chunk === 'string' ? chunk : Buffer.from(chunk).toString())).slice(
      -heldLimit,
    );
    const done = rest.find((value) => typeof value === 'function');
    if (done) process.nextTick(done);
    return true;
  };
  const { stdout, stderr } = process;
  const originals = { stdout: stdout.write, stderr: stderr.write };
  stdout.write = keep;
  // Standard error that goes into a file disturbs nothing.
  if (stderr.isTTY) stderr.write = keep;
  return {
    write: (text, done) => originals.stdout.call(stdout, text, 'utf8', done),
    release() {
      stdout.write = originals.stdout;
      stderr.write = originals.stderr;
      return held;
    },
  };
}
