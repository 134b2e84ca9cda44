/**
 * Loads a source twice, in a process of its own, and says how long each took, in seconds, and the
 * memory that the first took: `data-load SOURCE`.
 */
import { loadDataset } from '../../src/dataset/load-dataset.js';

const source = process.argv[2];
const first = await load();
// Kilobytes, of all threads.
const peakBytes = process.resourceUsage().maxRSS * 1024;
const again = await load();
process.stdout.write(JSON.stringify({ first, again, peakBytes }));

async function load() {
  const begin = performance.now();
  const { labels, skipped, cached } = await loadDataset(source);
  const seconds = (performance.now() - begin) / 1000;
  return {
    seconds,
    samples: labels.length,
    skipped: skipped.length,
    reason: skipped[0]?.reason,
    cached,
  };
}
