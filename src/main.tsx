#!/usr/bin/env node
import { prepareEnvironment } from './ui/terminal/environment.js';

// What react, chalk and ink read once must be set before they are imported.
prepareEnvironment();
const { createProgram } = await import('./cli/program.js');
await createProgram(openApp).parseAsync();

async function openApp(options: { workspace?: string; verbose?: true }): Promise<void> {
  const [{ runApp }, { App }, { openWorkspace, report }] = await Promise.all([
    import('./ui/terminal/run-app.js'),
    import('./screens/app.js'),
    import('./cli/context.js'),
  ]);
  try {
    const workspace = openWorkspace(options.workspace);
    await runApp(<App workspace={workspace} />, { verbose: options.verbose === true });
  } catch (error) {
    report(error, options);
  }
}
