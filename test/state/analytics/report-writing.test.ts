import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { ScoreAnswer, ScoreProgress } from '../../../src/host/protocol.js';
import { reportRow } from '../../../src/screens/analytics/report-row.js';
import { ReportWriting } from '../../../src/state/analytics/report-writing.js';
import { glyphsFor } from '../../../src/ui/glyphs.js';
import { rowText } from '../../../src/ui/rows.js';
import { connectionOf } from '../run-fakes.js';
import { AnalyticsHost, runSummary, twoEpochs } from './analytics-fakes.js';

/** Two samples, read as one and seven. */
const probabilities = Float32Array.from({ length: 20 }, (_, index) =>
  index === 1 || index === 17 ? 0.91 : 0.01,
);
const answer: ScoreAnswer = {
  analysis: '1',
  name: 'fast',
  source: 'mnist',
  part: 'validation',
  count: 2,
  labels: Buffer.from([1, 7]).toString('base64'),
  probabilities: Buffer.from(probabilities.buffer).toString('base64'),
  hasFiles: false,
  skipped: 0,
  imagesPerSecond: 1000,
};

interface Scoring {
  signal: AbortSignal | undefined;
  tell: (progress: ScoreProgress) => void;
  answer: () => void;
}

class ReportingHost extends AnalyticsHost {
  readonly scorings: Scoring[] = [];
  override analysis = {
    measure: () => Promise.reject(new Error('not asked for')),
    score: (
      _: unknown,
      options: { signal?: AbortSignal; onProgress?: (progress: ScoreProgress) => void },
    ) =>
      new Promise<ScoreAnswer>((resolve) => {
        this.scorings.push({
          signal: options.signal,
          tell: (progress) => options.onProgress?.(progress),
          answer: () => resolve(answer),
        });
      }),
    samples: async () => ({ samples: [] }),
  };
}

let root: string;
let host: ReportingHost;
let report: ReportWriting;

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'digitscope-report-'));
  host = new ReportingHost();
  host.listed = [runSummary('fast')];
  host.events = twoEpochs;
  report = new ReportWriting(connectionOf(host), root);
});
afterEach(() => rm(root, { recursive: true, force: true }));

const subject = { name: 'fast', run: runSummary('fast') };
const state = () => report.store.getState();
const row = () => rowText(reportRow(state(), { width: 80, glyphs: glyphsFor('ascii') }) ?? '');

it('writes a page and tables, and tells how far it is and where they are', async () => {
  const done = report.write(subject);
  expect(row()).toBe(' report on fast: asking the host, Esc cancels');
  await expect.poll(() => host.scorings.length).toBe(1);
  host.scorings[0].tell({ phase: 'score', done: 1, total: 2 });
  expect(row()).toMatch(/^ report: scoring samples 1\/2 #+\.+ {2}50 % {3}Esc cancels$/);
  host.scorings[0].answer();
  await done;
  expect(row()).toBe(' ok reports/fast.html is written, and 6 tables in reports/fast');
  expect(await readFile(join(root, 'reports', 'fast.html'), 'utf8')).toContain('fast');
  expect(await readdir(join(root, 'reports', 'fast'))).toContain('epochs.csv');
});

it('writes nothing once it is given up', async () => {
  const done = report.write(subject);
  await expect.poll(() => host.scorings.length).toBe(1);
  report.cancel();
  expect(host.scorings[0].signal?.aborted).toBe(true);
  host.scorings[0].answer();
  await done;
  expect(state()).toEqual({ status: 'idle' });
  expect(await readdir(root)).toEqual([]);
});

it('keeps a page that is none of its own, before any work is done', async () => {
  await mkdir(join(root, 'reports'));
  await writeFile(join(root, 'reports', 'fast.html'), '<p>mine</p>');
  await report.write(subject);
  expect(row()).toMatch(
    /^ x no report: .*fast\.html is there and is no report .*: move it away first$/,
  );
  expect(host.scorings).toEqual([]);
});

it('tells no more of one that is written when it is put away, but goes on with one under way', async () => {
  const done = report.write(subject);
  report.putAway();
  expect(state().status).toBe('working');
  await expect.poll(() => host.scorings.length).toBe(1);
  host.scorings[0].answer();
  await done;
  report.putAway();
  expect(row()).toBe('');
});
