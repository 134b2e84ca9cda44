#!/usr/bin/env node
import type { AppOptions } from './cli/app-options.js';
import { prepareEnvironment } from './ui/terminal/environment.js';

// What react, chalk and ink read once must be set before they are imported, so nothing above may
// import them, and JSX, which imports react by itself, has no place in this file.
prepareEnvironment();
const { createProgram } = await import('./cli/program.js');
await createProgram(openApp).parseAsync();

async function openApp(options: AppOptions): Promise<void> {
  const { openWorkspace, report } = await import('./cli/context.js');
  try {
    const workspace = openWorkspace(options.workspace);
    const { readAppOptions } = await import('./cli/app-options.js');
    const { showApp } = await import('./screens/show-app.js');
    await showApp(workspace, { verbose: options.verbose === true, ...readAppOptions(options) });
  } catch (error) {
    report(error, options);
  }
}
