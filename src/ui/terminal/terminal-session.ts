import type { RenderOptions } from 'ink';
import { Canvas } from './canvas.js';
import type { Capabilities } from './capabilities.js';
import { FrameWriter } from './frame-writer.js';
import { PictureMarks } from './graphics/picture-marks.js';
import type { HeldOutput } from './held-output.js';
import { holdOutput } from './held-output.js';
import { FrameStream, KeyStream } from './ink-streams.js';
import { TerminalInput } from './input.js';
import type { InputEvent } from './input-parser.js';
import { InputTurns } from './input-turns.js';
import type { MouseEvent } from './mouse-reports.js';
import { Screen } from './screen.js';
import { SizeStore } from './size.js';
import { TerminalQueries } from './terminal-queries.js';

const suspendKey = '\u001a';

// A stop takes effect at once. A program that nobody can continue (no shell above it) is not stopped by the system.
const stopWait = 50;

// How long the terminal may take to show the last frame: who asked to leave sees the line work, a signal comes from
// one who does not want to wait. After that the screen is left in the middle of a frame.
const settleLimits = { asked: 2000, ended: 200 };

// An answer that comes after the screen was left would be typed into the shell.
const answerWait = 200;

export interface SessionOptions {
  /** What the environment tells of the terminal. */
  capabilities: Capabilities;
  /** Told what the terminal answers. */
  learn(learned: Partial<Capabilities>): void;
  /** Told of input that is no key. */
  paste(text: string): void;
  mouse(event: MouseEvent): void;
}

/** The terminal of this process from `open` to `close`: screen, keyboard, size, and Ctrl-Z. */
export class TerminalSession {
  readonly keys = new KeyStream();
  readonly turns = new InputTurns();
  readonly size = new SizeStore(process.stdout);
  readonly canvas = new Canvas(() => this.#writer.draw(this.canvas.compose(this.size.get())));
  readonly pictures = new PictureMarks();
  readonly #screen = new Screen({
    stdout: process.stdout,
    write: (text) => this.#held?.write(text),
    parting: () => this.#writer.clearPictures(),
  });
  readonly #input = new TerminalInput(process.stdin, (event) => this.#receive(event));
  readonly #writer = new FrameWriter({
    sink: {
      write: (text, done) => {
        this.#held?.write(text, () => {
          done();
          // The first frame is on the screen before anything is asked.
          this.#queries?.ask();
        });
      },
    },
    size: this.size.get,
    marks: this.pictures,
  });
  #held: HeldOutput | undefined;
  #queries: TerminalQueries | undefined;
  #options: SessionOptions | undefined;
  #state: 'closed' | 'open' | 'suspended' = 'closed';

  /** For ink's `render`: its frames come to our writer, its keys from our keyboard. */
  get inkOptions(): RenderOptions {
    const frames = new FrameStream((frame) => this.canvas.takeBase(frame), this.size.get);
    return {
      stdout: frames as unknown as NodeJS.WriteStream,
      stdin: this.keys as unknown as NodeJS.ReadStream,
      // Each render arrives as one plain frame.
      debug: true,
      patchConsole: false,
      exitOnCtrlC: false,
      isScreenReaderEnabled: false,
    };
  }

  open(options: SessionOptions): void {
    this.#options = options;
    this.#held = holdOutput();
    this.#queries = new TerminalQueries({
      env: process.env,
      capabilities: options.capabilities,
      write: (text) => this.#held?.write(text),
      onLearned: options.learn,
    });
    this.#state = 'open';
    // Whoever ends the process, this is the last that runs.
    process.on('exit', this.#restore);
    process.stdout.on('resize', this.#resize);
    if (process.platform !== 'win32') {
      process.on('SIGTSTP', this.#suspend);
      process.on('SIGCONT', this.#continue);
    }
    this.#screen.enter();
    this.#input.start();
  }

  /** Whether the terminal reports its mouse; off until this is called. */
  setMouse(mouse: 'on' | 'off'): void {
    this.#screen.setMouse(mouse);
  }

  /**
   * Puts the terminal back; what others printed meanwhile is returned.
   *
   * @param why whether the person asked to leave, or something else ends the program
   */
  async close(why: keyof typeof settleLimits): Promise<string> {
    this.#state = 'closed';
    this.#writer.pause();
    process.stdout.off('resize', this.#resize);
    process.off('SIGTSTP', this.#suspend);
    process.off('SIGCONT', this.#continue);
    await this.#settle(settleLimits[why]);
    this.#restore();
    process.off('exit', this.#restore);
    const printed = this.#held?.release() ?? '';
    this.#held = undefined;
    return printed;
  }

  async #settle(limit: number): Promise<void> {
    await this.#writer.settle(limit);
    await this.#queries?.settle(answerWait);
  }

  #restore = (): void => {
    this.#input.stop();
    this.#screen.leave();
  };

  #receive(event: InputEvent): void {
    if (event.type === 'answer') this.#queries?.take(event.answer);
    else if (event.type === 'mouse' && event.event.kind === 'drag') {
      this.turns.takeDrag(() => this.#handle(event));
    } else if (event.type !== 'key' || event.sequence !== suspendKey) {
      this.turns.take(() => this.#handle(event));
    } else if (process.platform !== 'win32') void this.#suspend();
  }

  #handle(event: Exclude<InputEvent, { type: 'answer' }>): void {
    if (event.type === 'paste') this.#options?.paste(event.text);
    else if (event.type === 'mouse') this.#options?.mouse(event.event);
    else this.keys.press(event.sequence);
  }

  #resize = (): void => {
    this.size.refresh();
    this.#writer.invalidate();
  };

  #suspend = async (): Promise<void> => {
    if (this.#state !== 'open') return;
    this.#state = 'suspended';
    this.#writer.pause();
    await this.#settle(settleLimits.ended);
    this.#restore();
    process.off('SIGTSTP', this.#suspend);
    // The whole group, as the terminal itself would do: `npm start` stands between us and the shell.
    process.kill(0, 'SIGTSTP');
    setTimeout(() => this.#state === 'suspended' && this.#continue(), stopWait);
  };

  #continue = (): void => {
    if (this.#state === 'closed') return;
    if (this.#state === 'suspended') process.on('SIGTSTP', this.#suspend);
    this.#state = 'open';
    this.#restore();
    this.size.refresh();
    this.#screen.enter();
    this.#input.start();
    this.#writer.resume();
  };
}
