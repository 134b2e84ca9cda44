import { Box, render } from 'ink';
import type { ReactElement, ReactNode } from 'react';
import { act } from 'react';
import { Problem } from '../../core/problem.js';
import { TooSmall } from '../components/too-small.js';
import type { AppearanceOptions } from '../display/appearance.js';
import { keySequence } from '../keys/key-names.js';
import { currentCapabilities } from './capabilities.js';
import { createServices } from './services.js';
import { minimumSize } from './size.js';
import { TerminalProvider, useTerminal } from './terminal-context.js';
import { setBlocking } from './terminal-handle.js';
import { TerminalSession } from './terminal-session.js';
import type { Ending } from './ways-out.js';
import { describeFailure, failure, watchWaysOut } from './ways-out.js';

export interface RunAppOptions {
  /** Whether a failure is told with its stack. */
  verbose: boolean;
  appearance: Omit<AppearanceOptions, 'capabilities'>;
  /**
   * What has to be closed when the program leaves, whatever the reason; it gets three seconds where the person asked
   * to leave, else half a second.
   */
  cleanUp?: () => Promise<void> | void;
}

// Milliseconds.
const cleanUpLimits = { asked: 3000, ended: 500 };

// A line that stands still takes no words either.
const wordsLimit = 500;

/**
 * Runs `element` on the whole terminal until it leaves by ink's `useApp().exit()`, then puts the terminal back.
 * A crash or a signal puts it back too, tells the failure in one line and ends the process.
 * Throws a `Problem` where there is no terminal. `prepareEnvironment` comes before the import of this file.
 */
export async function runApp(
  element: ReactElement,
  { verbose, appearance, cleanUp }: RunAppOptions,
): Promise<void> {
  const capabilities = currentCapabilities();
  if (!capabilities.fullScreen) {
    throw new Problem('The app needs a terminal for its screen and its keys', {
      remedy: 'run it in a terminal window, or use a command (digitscope --help lists them)',
    });
  }
  // A mixture of the two draws nothing and says nothing.
  if (process.env.NODE_ENV === 'production' && typeof act === 'function') {
    throw new Error('react was imported before prepareEnvironment was called');
  }
  const session = new TerminalSession();
  const services = createServices({
    appearance: { capabilities, ...appearance },
    size: session.size,
    canvas: session.canvas,
    pictures: session.pictures,
    turns: session.turns,
    pressKey: (name) => session.turns.takeNext(() => session.keys.press(keySequence(name))),
  });
  session.setMouse(services.appearance.store.getState().mouse);
  const forgetMouse = services.appearance.store.subscribe(({ mouse }) => session.setMouse(mouse));
  let release = () => {};
  const ending = await new Promise<Ending | undefined>((resolve) => {
    release = watchWaysOut(resolve);
    session.open({
      capabilities,
      learn: (learned) => services.appearance.learn(learned),
      paste: (text) => services.paste.emit(text),
      mouse: (event) => services.mouse.emit(event),
    });
    try {
      const app = render(
        <TerminalProvider services={services}>
          <Root>{element}</Root>
        </TerminalProvider>,
        session.inkOptions,
      );
      app.waitUntilExit().then(
        () => resolve(undefined),
        (error: unknown) => resolve(failure(error)),
      );
    } catch (error) {
      resolve(failure(error));
    }
  });

  forgetMouse();
  const why = ending ? 'ended' : 'asked';
  const printed = await session.close(why);
  release();
  const hasFailed = ending?.error !== undefined;
  const failed = hasFailed ? `${describeFailure(ending.error, verbose ? 'stack' : 'line')}\n` : '';
  await tell(failed + (verbose || hasFailed ? printed : ''));
  await Promise.race([runSafely(cleanUp), wait(cleanUpLimits[why])]);
  if (ending) process.exit(ending.exitCode);
}

/** As large as the terminal; the screens keep their state while it is too small for them. */
function Root({ children }: { children: ReactNode }) {
  const { columns, rows } = useTerminal();
  const isTooSmall = columns < minimumSize.columns || rows < minimumSize.rows;
  return (
    <Box width={columns} height={rows} overflowY="hidden">
      {isTooSmall && <TooSmall />}
      <Box width={columns} height={rows} display={isTooSmall ? 'none' : 'flex'}>
        {children}
      </Box>
    </Box>
  );
}

/** Says it on standard error, and does not wait for a terminal that takes nothing. */
async function tell(words: string): Promise<void> {
  if (words === '') return;
  setBlocking(process.stderr, 'off');
  const told = new Promise((resolve) => process.stderr.write(words, resolve));
  await Promise.race([told, wait(wordsLimit)]);
  setBlocking(process.stderr, 'on');
}

async function runSafely(cleanUp: RunAppOptions['cleanUp']): Promise<void> {
  try {
    await cleanUp?.();
  } catch (error) {
    await tell(`${describeFailure(error, 'line')}\n`);
  }
}

function wait(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds).unref());
}
