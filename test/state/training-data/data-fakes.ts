import type { DataSample, DataSummary, SkippedEntry } from '../../../src/host/protocol.js';
import type { Host, HostConnection } from '../../../src/state/host-connection.js';
import { madeSummary } from '../../support/made-summary.js';

/** A sample whose pixels are all as bright as its label says. */
function madeSample(index: number, label = index % 10): DataSample {
  return {
    index,
    label,
    pixels: Buffer.alloc(784, label * 20).toString('base64'),
    source: 'photos',
    file: `/photos/${label}/${index}.png`,
  };
}

export const leftOut = (count: number): SkippedEntry[] =>
  Array.from({ length: count }, (_, index) => ({
    file: `/photos/7/bad${index}.png`,
    reason: `bad${index}.png is empty`,
  }));

/** Thirty samples of three digits, two files left out, and one picture under two labels. */
export const photos: DataSummary = madeSummary({
  set: 'data-7',
  source: 'photos',
  format: 'folders',
  sources: [{ source: 'photos', format: 'folders', count: 30 }],
  perClass: [10, 10, 10, 0, 0, 0, 0, 0, 0, 0],
  skipped: leftOut(2),
  skippedCount: 2,
  duplicates: {
    copies: 1,
    acrossClasses: 1,
    groups: [{ count: 2, samples: [madeSample(3, 0), madeSample(14, 1)] }],
  },
  warnings: ['1 picture is there under two labels, one of which is wrong: look at it'],
});

/** A host that knows one set of samples. */
export class FakeDataHost {
  summary: DataSummary = photos;
  /** What was left out, all of it. */
  skippedEntries = leftOut(2);
  readonly asked: unknown[] = [];

  readonly data = {
    describe: async () => this.summary,
    samples: async (params: { set: string; digit?: number; from: number; count: number }) => {
      this.asked.push(params);
      const { digit, from, count } = params;
      const samples = Array.from({ length: count }, (_, place) =>
        digit === undefined ? madeSample(from + place) : madeSample((from + place) * 10, digit),
      );
      return { samples };
    },
    skipped: async ({ from, count }: { from: number; count: number }) => ({
      skipped: this.skippedEntries.slice(from, from + count),
    }),
    original: async ({ index }: { index: number }) => {
      this.asked.push({ original: index });
      return { png: onePixel, width: 640, height: 480 };
    },
  };

  get connection(): HostConnection {
    const client = async () => ({ data: this.data }) as unknown as Host;
    return { client } as HostConnection;
  }
}

/** A grey PNG of one pixel. */
const onePixel =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNgAAAAAgABSK+kcQAAAABJRU5ErkJggg==';
