/** Where a command's words go: results to standard output, everything else to standard error. */
export interface Output {
  readonly format: 'lines' | 'json';
  /** One result: as JSON where that was asked for, else in words. */
  result(value: object, words: string | readonly string[]): void;
  /** A remark for people that is no result. */
  remark(line: string): void;
  /** How far the work is: one line that is written over and over, on terminals only. */
  progress(line: string): void;
}

export function createOutput(format: Output['format']): Output {
  const { stdout, stderr } = process;
  let shown = false;
  const clear = () => {
    if (shown) stderr.write('\r\u001b[K');
    shown = false;
  };
  return {
    format,
    result(value, words) {
      clear();
      const lines = typeof words === 'string' ? [words] : words;
      stdout.write(format === 'json' ? `${JSON.stringify(value)}\n` : `${lines.join('\n')}\n`);
    },
    remark(line) {
      clear();
      stderr.write(`${line}\n`);
    },
    progress(line) {
      if (!stderr.isTTY) return;
      clear();
      stderr.write(line.slice(0, (stderr.columns ?? 80) - 1));
      shown = true;
    },
  };
}
