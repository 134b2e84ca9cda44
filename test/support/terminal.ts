import type { IPty } from '@lydell/node-pty';
import { spawn } from '@lydell/node-pty';
import xterm from '@xterm/headless';

export interface ProgramOptions {
  /** Node itself when not given. */
  command?: string;
  args: readonly string[];
  cwd?: string;
  /** Added to the environment; `undefined` takes a variable away. */
  env?: Record<string, string | undefined>;
  columns?: number;
  rows?: number;
  /** The colour that the terminal says it has behind the text, such as `rgb:ffff/ffff/ffff`; it says none when not given. */
  background?: string;
}

export interface WaitOptions {
  /** Milliseconds. */
  timeout?: number;
}

const keyCodes: Record<string, string> = {
  enter: '\r',
  escape: '\u001b',
  tab: '\t',
  'shift+tab': '\u001b[Z',
  space: ' ',
  backspace: '\u007f',
  up: '\u001b[A',
  down: '\u001b[B',
  right: '\u001b[C',
  left: '\u001b[D',
  home: '\u001b[H',
  end: '\u001b[F',
  pageup: '\u001b[5~',
  pagedown: '\u001b[6~',
};

// What would make a program believe that nobody looks at it, or change its colours, and what a test runner leaves.
const unwanted = [
  'CI',
  'CONTINUOUS_INTEGRATION',
  'FORCE_COLOR',
  'NO_COLOR',
  'NODE_ENV',
  'VITEST',
  'DIGITSCOPE_ASCII',
  // What the terminal that the tests are started from says of itself.
  'TMUX',
  'STY',
  'ZELLIJ',
  'KITTY_WINDOW_ID',
  'TERM_PROGRAM',
  'LC_TERMINAL',
];

/** A program in a pseudo-terminal, and the terminal that a person would see. */
export class TerminalProgram {
  readonly #pty: IPty;
  readonly #terminal: xterm.Terminal;
  readonly #exit: Promise<{ code: number; signal: number }>;
  #watchers = new Set<() => void>();
  #hasExited = false;
  /** Everything that the program has written, escape codes and all. */
  raw = '';

  static start(options: ProgramOptions): TerminalProgram {
    return new TerminalProgram(options);
  }

  private constructor(options: ProgramOptions) {
    const { command, args, cwd, env, columns = 80, rows = 24, background } = options;
    this.#terminal = new xterm.Terminal({ cols: columns, rows, allowProposedApi: true });
    this.#pty = spawn(command ?? process.execPath, [...args], {
      name: 'xterm-256color',
      cols: columns,
      rows,
      cwd,
      env: environment(env),
    });
    this.#terminal.onData((answer) => this.#pty.write(answer));
    this.#terminal.parser.registerOscHandler(11, () => {
      if (background !== undefined) this.#pty.write(`\u001b]11;${background}\u001b\\`);
      return true;
    });
    this.#pty.onData((data) => {
      this.raw += data;
      this.#terminal.write(data, () => this.#changed());
    });
    this.#exit = new Promise((resolve) => {
      this.#pty.onExit(({ exitCode, signal }) => {
        this.#hasExited = true;
        // Output that is still on its way through the terminal comes first.
        this.#terminal.write('', () => {
          this.#changed();
          resolve({ code: exitCode, signal: signal ?? 0 });
        });
      });
    });
  }

  get pid(): number {
    return this.#pty.pid;
  }

  /** The visible rows, without the spaces at their ends. */
  screen(): string[] {
    const { active } = this.#terminal.buffer;
    return Array.from({ length: this.#terminal.rows }, (_, row) => {
      return active.getLine(active.viewportY + row)?.translateToString(true) ?? '';
    });
  }

  /** The visible rows, one a line. */
  get text(): string {
    return this.screen().join('\n');
  }

  get isAlternate(): boolean {
    return this.#terminal.buffer.active.type === 'alternate';
  }

  get bracketedPaste(): boolean {
    return this.#terminal.modes.bracketedPasteMode;
  }

  get wraps(): boolean {
    return this.#terminal.modes.wraparoundMode;
  }

  /** What the program has told the terminal; the same before it and after it. */
  get modes() {
    const { mouseTrackingMode } = this.#terminal.modes;
    return {
      alternate: this.isAlternate,
      cursorHidden: this.cursorHidden,
      bracketedPaste: this.bracketedPaste,
      wraps: this.wraps,
      mouse: mouseTrackingMode,
    };
  }

  get cursorHidden(): boolean {
    return this.raw.lastIndexOf('\u001b[?25l') > this.raw.lastIndexOf('\u001b[?25h');
  }

  /** Waits until the screen shows it; fails with the screen otherwise. */
  async waitFor(wanted: string | RegExp, options: WaitOptions = {}): Promise<void> {
    const isShown = (text: string) =>
      typeof wanted === 'string' ? text.includes(wanted) : wanted.test(text);
    await this.waitUntil(() => isShown(this.text), { ...options, what: String(wanted) });
  }

  async waitUntil(
    condition: (screen: string[]) => boolean,
    { timeout = 10_000, what = 'a condition' }: WaitOptions & { what?: string } = {},
  ): Promise<void> {
    if (condition(this.screen())) return;
    await new Promise<void>((resolve, reject) => {
      const settle = (act: () => void) => {
        clearTimeout(timer);
        this.#watchers.delete(check);
        act();
      };
      const fail = (why: string) =>
        settle(() => reject(new Error(`${why} waiting for ${what}; the screen:\n${this.text}`)));
      const check = () => {
        if (condition(this.screen())) settle(resolve);
        else if (this.#hasExited) fail('The program ended while');
      };
      const timer = setTimeout(() => fail(`Gave up after ${timeout} ms`), timeout);
      this.#watchers.add(check);
      check();
    });
  }

  /** A key by its name ('enter', 'up', 'ctrl+c', 'q'), or text as if typed. */
  press(key: string): void {
    const control = /^ctrl\+([a-z])$/.exec(key);
    const code = control ? String.fromCharCode(control[1].charCodeAt(0) - 96) : keyCodes[key];
    this.#pty.write(code ?? key);
  }

  /** A click with the left button on a cell; (0, 0) is the upper left one. */
  click(column: number, row: number): void {
    const at = `${column + 1};${row + 1}`;
    this.#pty.write(`\u001b[<0;${at}M\u001b[<0;${at}m`);
  }

  /** A click in the middle of a text where it first stands on the screen; fails with the screen where it does not. */
  clickOn(text: string): void {
    const row = this.screen().findIndex((line) => line.includes(text));
    if (row < 0) throw new Error(`${text} is not on the screen:\n${this.text}`);
    this.click(this.screen()[row].indexOf(text) + (text.length >> 1), row);
  }

  /**
   * Drags with a button held from cell to cell, through those between them, as fast as they can be sent; (0, 0) is the
   * upper left cell.
   */
  drag(
    cells: readonly (readonly [column: number, row: number])[],
    button: 'left' | 'right' = 'left',
  ): void {
    this.#pty.write(dragReports(cells, button === 'left' ? 0 : 2));
  }

  wheel(direction: 'up' | 'down', column: number, row: number): void {
    this.#pty.write(`\u001b[<${direction === 'up' ? 64 : 65};${column + 1};${row + 1}M`);
  }

  paste(text: string): void {
    this.#pty.write(this.bracketedPaste ? `\u001b[200~${text}\u001b[201~` : text);
  }

  resize(columns: number, rows: number): void {
    this.#terminal.resize(columns, rows);
    this.#pty.resize(columns, rows);
  }

  signal(name: NodeJS.Signals): void {
    process.kill(this.#pty.pid, name);
  }

  /** Stops taking the program's output, as a line that stands still does. */
  stall(): void {
    this.#pty.pause();
  }

  unstall(): void {
    this.#pty.resume();
  }

  /** How the program ended; fails with the screen when it does not. */
  async exit({ timeout = 10_000 }: WaitOptions = {}): Promise<{ code: number; signal: number }> {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(
        () => reject(new Error(`Still running after ${timeout} ms; the screen:\n${this.text}`)),
        timeout,
      );
    });
    try {
      return await Promise.race([this.#exit, late]);
    } finally {
      clearTimeout(timer);
    }
  }

  /** Ends the program if it still runs; for `afterEach`. */
  end(): void {
    if (!this.#hasExited) this.#pty.kill('SIGKILL');
    this.#terminal.dispose();
  }

  #changed(): void {
    for (const watcher of this.#watchers) watcher();
  }
}

/** Mouse reports in SGR form: a press, a movement for each cell on the way, and a release. */
function dragReports(
  cells: readonly (readonly [column: number, row: number])[],
  button: number,
): string {
  const report = (bits: number, [column, row]: readonly [number, number], final: 'M' | 'm') =>
    `\u001b[<${bits};${column + 1};${row + 1}${final}`;
  const way = cells.slice(1).flatMap(([column, row], index) => {
    const [fromColumn, fromRow] = cells[index];
    const steps = Math.max(Math.abs(column - fromColumn), Math.abs(row - fromRow), 1);
    return Array.from({ length: steps }, (_, step) => {
      const share = (step + 1) / steps;
      return [
        Math.round(fromColumn + (column - fromColumn) * share),
        Math.round(fromRow + (row - fromRow) * share),
      ] as const;
    });
  });
  const end = cells[cells.length - 1];
  const moves = way.map((cell) => report(button + 32, cell, 'M')).join('');
  return report(button, cells[0], 'M') + moves + report(button, end, 'm');
}

function environment(added: Record<string, string | undefined> = {}): Record<string, string> {
  const env: Record<string, string | undefined> = { ...process.env };
  for (const name of unwanted) delete env[name];
  Object.assign(env, { LANG: 'C.UTF-8', LC_ALL: 'C.UTF-8', COLORTERM: 'truecolor' }, added);
  return Object.fromEntries(
    Object.entries(env).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
}
