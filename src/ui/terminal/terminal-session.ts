import type { RenderOptions } from 'ink';
import { FrameWriter } from './frame-writer.js';
import type { HeldOutput } from './held-output.js';
import { holdOutput } from './held-output.js';
import { FrameStream, KeyStream } from './ink-streams.js';
import { TerminalInput } from './input.js';
import type { InputEvent } from './input-parser.js';
import { Screen } from './screen.js';
import { SizeStore } from './size.js';

const suspendKey = '\u001a';

// A stop takes effect at once. A program that nobody can continue (no shell above it) is not stopped by the system.
const stopWait = 50;
const settleLimit = 200;

/** The terminal of this process from `open` to `close`: screen, keyboard, size, and Ctrl-Z. */
export class TerminalSession {
  readonly keys = new KeyStream();
  readonly size = new SizeStore(process.stdout);
  readonly #screen = new Screen(process.stdout);
  readonly #input = new TerminalInput(process.stdin, (event) => this.#receive(event));
  readonly #writer = new FrameWriter({
    sink: { write: (text, done) => this.#held?.write(text, done) },
    size: this.size.get,
  });
  #held: HeldOutput | undefined;
  #onPaste: (text: string) => void = () => {};
  #state: 'closed' | 'open' | 'suspended' = 'closed';

  /** For ink's `render`: its frames come to our writer, its keys from our keyboard. */
  get inkOptions(): RenderOptions {
    const frames = new FrameStream((frame) => this.#writer.draw(frame), this.size.get);
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

  open(onPaste: (text: string) => void): void {
    this.#onPaste = onPaste;
    this.#held = holdOutput();
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

  /** Puts the terminal back; what others printed meanwhile is returned. */
  async close(): Promise<string> {
    this.#state = 'closed';
    this.#writer.pause();
    process.stdout.off('resize', this.#resize);
    process.off('SIGTSTP', this.#suspend);
    process.off('SIGCONT', this.#continue);
    await this.#writer.settle(settleLimit);
    this.#restore();
    process.off('exit', this.#restore);
    const printed = this.#held?.release() ?? '';
    this.#held = undefined;
    return printed;
  }

  #restore = (): void => {
    this.#input.stop();
    this.#screen.leave();
  };

  #receive(event: InputEvent): void {
    if (event.type === 'paste') this.#onPaste(event.text);
    else if (event.sequence !== suspendKey) this.keys.press(event.sequence);
    else if (process.platform !== 'win32') void this.#suspend();
  }

  #resize = (): void => {
    this.size.refresh();
    this.#writer.invalidate();
  };

  #suspend = async (): Promise<void> => {
    if (this.#state !== 'open') return;
    this.#state = 'suspended';
    this.#writer.pause();
    await this.#writer.settle(settleLimit);
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
