import type { DataSummary } from '../../src/host/protocol.js';

/** A summary of 6,000 samples of each digit, as far as nothing else is said. */
export function madeSummary(changes: Partial<DataSummary> = {}): DataSummary {
  const { source = 'mnist', perClass = Array<number>(10).fill(6000) } = changes;
  const count = perClass.reduce((sum, samples) => sum + samples, 0);
  const validation = perClass.map((samples) => Math.round(samples * 0.2));
  return {
    set: 'data-1',
    source,
    format: 'idx',
    sources: [{ source, format: 'idx', count }],
    count,
    perClass,
    split: {
      train: perClass.map((samples, digit) => samples - validation[digit]),
      validation,
      shared: 0,
    },
    duplicates: { copies: 0, acrossClasses: 0, groups: [] },
    inverted: 0,
    skipped: [],
    skippedCount: 0,
    width: 28,
    height: 28,
    seconds: 0.5,
    cached: false,
    warnings: [],
    ...changes,
  };
}
