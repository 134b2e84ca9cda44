#!/usr/bin/env node
import type { CommonOptions } from './cli/context.js';
import { prepareEnvironment } from './ui/terminal/environment.js';

// What react, chalk and ink read once must be set before they are imported, so nothing above may
// import them, and JSX, which imports react by itself, has no place in this file.
prepareEnvironment();
const { createProgram } = await import('./cli/program.js');
await createProgram(openApp).parseAsync();

async function openApp(options: CommonOptions): Promise<void> {
  const { openWorkspace, report } = await import('./cli/context.js');
  try {
    const workspace = openWorkspace(options.workspace);
    const { showApp } = await import('./screens/show-app.js');
    await showApp(workspace, { verbose: options.verbose === true });
  } catch (error) {
    report(error, options);
  }
}
