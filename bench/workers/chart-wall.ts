/**
 * Four line charts over the whole terminal, all of them changing with each update, on the app's own kit:
 *   node --expose-gc … chart-wall.ts --hertz 10 --updates 1000
 * At its end it prints how the heap has grown from the tenth part of the updates to the last.
 */
import { parseArgs } from 'node:util';
import { prepareEnvironment } from '../../src/ui/terminal/environment.js';

const { values } = parseArgs({
  options: {
    hertz: { type: 'string', default: '10' },
    updates: { type: 'string', default: '1000' },
  },
});
prepareEnvironment();
// No static import of these: react reads its environment while it is imported.
const { runApp } = await import('../../src/ui/terminal/run-app.js');
const { chartWallApp } = await import('./chart-wall-screen.js');

const heap: number[] = [];
const updates = Number(values.updates);
const app = chartWallApp({
  interval: 1000 / Number(values.hertz),
  updates,
  onUpdate: (update) => {
    if (update === updates / 10 || update === updates) heap.push(heapBytes());
  },
});
await runApp(app, { verbose: true, appearance: {} });

const grown = (heap[1] - heap[0]) / (updates * 0.9);
const setting = `four charts, ${updates} updates`;
console.log(
  JSON.stringify({ subject: 'app kit', setting, unit: 'bytes/update', value: Math.round(grown) }),
);

function heapBytes(): number {
  globalThis.gc?.();
  return process.memoryUsage().heapUsed;
}
