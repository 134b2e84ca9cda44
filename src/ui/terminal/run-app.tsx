import { Box, render } from 'ink';
import type { ReactElement, ReactNode } from 'react';
import { act } from 'react';
import { Problem } from '../../core/problem.js';
import { TooSmall } from '../components/too-small.js';
import { currentCapabilities } from './capabilities.js';
import { createServices } from './services.js';
import { minimumSize } from './size.js';
import { TerminalProvider, useTerminal } from './terminal-context.js';
import { TerminalSession } from './terminal-session.js';
import type { Ending } from './ways-out.js';
import { describeFailure, failure, watchWaysOut } from './ways-out.js';

export interface RunAppOptions {
  /** Whether a failure is told with its stack. */
  verbose: boolean;
  /** What has to be closed when the program leaves, whatever the reason; it gets three seconds. */
  cleanUp?: () => Promise<void> | void;
}

const cleanUpLimit = 3000;

/**
 * Runs `element` on the whole terminal until it leaves by ink's `useApp().exit()`, then puts the terminal back.
 * A crash or a signal puts it back too, tells the failure in one line and ends the process.
 * Throws a `Problem` where there is no terminal. `prepareEnvironment` comes before the import of this file.
 */
export async function runApp(
  element: ReactElement,
  { verbose, cleanUp }: RunAppOptions,
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
    capabilities,
    size: session.size,
    currentKey: () => session.keys.current,
  });
  let release = () => {};
  const ending = await new Promise<Ending | undefined>((resolve) => {
    release = watchWaysOut(resolve);
    session.open((text) => services.paste.emit(text));
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

  const printed = await session.close();
  release();
  if (ending?.error !== undefined) {
    console.error(describeFailure(ending.error, verbose ? 'stack' : 'line'));
  }
  if (printed !== '' && (verbose || ending?.error !== undefined)) process.stderr.write(printed);
  await Promise.race([runSafely(cleanUp), wait(cleanUpLimit)]);
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

async function runSafely(cleanUp: RunAppOptions['cleanUp']): Promise<void> {
  try {
    await cleanUp?.();
  } catch (error) {
    console.error(describeFailure(error, 'line'));
  }
}

function wait(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds).unref());
}
