/**
 * Loads a source three times, in a process of its own, and says how long each took, in seconds by the
 * clock and of the processor, and the memory that the first took: `data-load SOURCE`. The second time its files are looked at one by one, and from
 * then on listened to.
 */
import { readFileSync } from 'node:fs';
import { loadDataset } from '../../src/dataset/load-dataset.js';

const source = process.argv[2];
const first = await load();
const peakBytes = peakMemory();
await load();
const again = await load();
process.stdout.write(JSON.stringify({ first, again, peakBytes }));

/** Of all threads, as the kernel saw it; elsewhere what the system counts, with the parent's part of it. */
function peakMemory(): number {
  if (process.platform !== 'linux') return process.resourceUsage().maxRSS * 1024;
  const status = readFileSync('/proc/self/status', 'utf8');
  return Number(/^VmHWM:\s+(\d+) kB$/m.exec(status)?.[1]) * 1024;
}

async function load() {
  const begin = performance.now();
  const used = process.cpuUsage();
  const { labels, skipped, cached } = await loadDataset(source);
  const seconds = (performance.now() - begin) / 1000;
  const { user, system } = process.cpuUsage(used);
  const processor = (user + system) / 1e6;
  return {
    seconds,
    processor,
    samples: labels.length,
    skipped: skipped.length,
    reason: skipped[0]?.reason,
    cached,
  };
}
