import { render } from 'ink';
import type { ReactElement } from 'react';
import { keySequence } from '../../src/ui/keys/key-names.js';
import { Canvas } from '../../src/ui/terminal/canvas.js';
import type { Capabilities } from '../../src/ui/terminal/capabilities.js';
import { FrameStream, KeyStream } from '../../src/ui/terminal/ink-streams.js';
import { InputTurns } from '../../src/ui/terminal/input-turns.js';
import type { TerminalServices } from '../../src/ui/terminal/services.js';
import { createServices } from '../../src/ui/terminal/services.js';
import { SizeStore } from '../../src/ui/terminal/size.js';
import { TerminalProvider } from '../../src/ui/terminal/terminal-context.js';

export interface MountOptions {
  columns?: number;
  rows?: number;
  /** Without colours by default, so that frames compare as text. */
  capabilities?: Partial<Capabilities>;
  stage?: 'on' | 'off';
  /** Told of keys that the mouse presses. */
  onPressKey?: (name: string) => void;
}

/** Components on a terminal of the test's own: keys in, rows out, no process. */
export interface Mounted {
  /** The newest frame, a row an entry, without SGR codes. */
  screen(): string[];
  /** Presses keys one after the other, as the terminal would send them, and waits until they are handled. */
  press(...sequences: string[]): Promise<void>;
  paste(text: string): Promise<void>;
  resize(columns: number, rows: number): Promise<void>;
  services: TerminalServices;
  unmount(): void;
}

export async function mount(
  element: ReactElement,
  {
    columns = 80,
    rows = 24,
    capabilities = {},
    stage = 'off',
    onPressKey = () => {},
  }: MountOptions = {},
): Promise<Mounted> {
  const screenSize = { columns, rows };
  const keys = new KeyStream();
  const turns = new InputTurns();
  const size = new SizeStore(screenSize);
  let frame = '';
  const canvas = new Canvas(() => {
    frame = canvas.compose(size.get());
  });
  const services = createServices({
    canvas,
    appearance: {
      stage,
      capabilities: {
        fullScreen: true,
        colorLevel: 0,
        text: 'unicode',
        graphics: 'ascii',
        background: 'unknown',
        ...capabilities,
      },
    },
    size,
    turns,
    pressKey: (name) => {
      onPressKey(name);
      turns.takeNext(() => keys.press(keySequence(name)));
    },
  });
  const frames = new FrameStream((text) => canvas.takeBase(text), size.get);
  const app = render(<TerminalProvider services={services}>{element}</TerminalProvider>, {
    stdout: frames as unknown as NodeJS.WriteStream,
    stdin: keys as unknown as NodeJS.ReadStream,
    debug: true,
    patchConsole: false,
    exitOnCtrlC: false,
  });
  await settle();
  return {
    screen: () =>
      withoutCodes(frame)
        .split('\n')
        .map((row) => row.trimEnd())
        .join('\n')
        .replace(/\n+$/, '')
        .split('\n'),
    async press(...sequences) {
      for (const sequence of sequences) {
        turns.take(() => keys.press(sequence));
        await settle();
      }
    },
    async paste(text) {
      services.paste.emit(text);
      await settle();
    },
    async resize(width, height) {
      Object.assign(screenSize, { columns: width, rows: height });
      size.refresh();
      await settle();
    },
    services,
    unmount: () => app.unmount(),
  };
}

/** Lets what was pressed arrive, and React render and run its effects. */
export async function settle(): Promise<void> {
  for (let turn = 0; turn < 24; turn += 1) {
    await new Promise((resolve) => setImmediate(resolve));
  }
}

function withoutCodes(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: an escape code starts with one.
  return text.replace(/\u001b\[[0-9;:]*m/g, '');
}
