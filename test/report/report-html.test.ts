import { describe, expect, it } from 'vitest';
import { reportHtml } from '../../src/report/report-html.js';
import { madeRun } from '../core/analysis/made-run.js';
import { madeSamples, noSamples } from '../core/analysis/made-samples.js';
import { madeReport, nothingKnown, run } from './made-report.js';

const NaN_ = Number.NaN;
const oneEpoch = madeReport({ run: { ...run, ...madeRun([0.5, 0.8, 0.4, 0.85]) } });
const diverged = madeReport({
  run: {
    ...run,
    ...madeRun([0.5, 0.8, 0.4, 0.85], [NaN_, 0.1, NaN_, 0.1], [NaN_, 0.1, NaN_, 0.1]),
    request: run.request,
  },
});
const divergedAtOnce = madeReport({ run: madeRun([NaN_, NaN_, NaN_, NaN_]), card: undefined });
const scoresOf = (samples: typeof noSamples) => ({
  samples,
  model: 'm',
  source: 's',
  part: 'all' as const,
  imagesPerSecond: NaN_,
});
const nanScores = madeReport({
  scores: scoresOf({
    labels: Uint8Array.of(1, 2),
    probabilities: new Float32Array(20).fill(NaN_),
  }),
});

describe.each([
  ['everything', madeReport()],
  ['nothing', nothingKnown],
  ['no run', madeReport({ run: undefined })],
  ['one epoch', oneEpoch],
  ['a run that diverged', diverged],
  ['a run that diverged at once', divergedAtOnce],
  ['no samples', madeReport({ scores: scoresOf(noSamples), hardest: [] })],
  ['answers that are no number', nanScores],
  ['one sample', madeReport({ scores: scoresOf(madeSamples([4, 9, 0.75])), hardest: [] })],
])('a report of %s', (_, data) => {
  const page = reportHtml(data);

  it('closes every element that it opens', () => {
    expect(unbalanced(page)).toEqual([]);
  });

  it('escapes what it is given, and needs nothing from elsewhere', () => {
    expect(page).not.toMatch(/<script|alert\("|\b(?:https?:|src="(?!data:)|href=|url\()/);
  });

  it('has no figure that is no number, in words or drawings', () => {
    expect(page.replaceAll(/base64,[^"]*/g, '')).not.toMatch(/NaN|Infinity|undefined/);
  });
});

describe('a report', () => {
  it('says what is missing', () => {
    expect(reportHtml(nothingKnown)).toContain(
      '<p class="missing"><strong>Missing:</strong> the scores &amp; the rest.</p>',
    );
  });

  it('says in words what came out', () => {
    const page = reportHtml(madeReport({ name: 'jpeg' }));
    expect(page).toContain('<title>jpeg: report of digitscope 0.1.0</title>');
    expect(page).toContain('It ended after 2 epochs in 6 s; epoch 2 was the best');
    expect(page).toContain('Training is 1.0 points better than validation');
    expect(page).toContain('it reads 66.67\u00a0% right and 1 wrong.');
  });

  it('marks the best epoch and where the learning rate changed', () => {
    const [first, second] = run.history;
    const history = [first, { ...second, learningRate: 0.0005 }];
    const page = reportHtml(madeReport({ run: { ...run, history } }));
    expect(page).toContain('>best: 2</text>');
    expect(page).toContain('>0.0005</text>');
  });

  it('draws the one epoch of a run as dots, and breaks a curve where it is no number', () => {
    expect(reportHtml(oneEpoch)).toMatch(/<circle class="dot validation"/);
    const [path] = /\sd="[^"]*"/.exec(reportHtml(diverged)) ?? [];
    expect(path?.match(/[ML]/g)).toEqual(['M']);
    expect(reportHtml(divergedAtOnce)).toContain('No loss of this run is a number');
  });

  it('shows the hardest pictures within the page', () => {
    const page = reportHtml(madeReport());
    expect(page.match(/<img [^>]*src="data:image\/png;base64,/g)).toHaveLength(2);
    expect(page).toContain('<strong>4 read as 9</strong>');
  });
});

/** Elements that are opened and not closed, or the other way round. */
function unbalanced(page: string): string[] {
  const open: string[] = [];
  for (const [, slash, name, selfClosing] of page.matchAll(
    /<(\/?)([a-z][a-z0-9]*)(?:"[^"]*"|[^">])*?(\/?)>/g,
  )) {
    if (selfClosing || ['meta', 'img', 'br'].includes(name)) continue;
    if (!slash) open.push(name);
    else if (open.pop() !== name) return [`</${name}> closes nothing`];
  }
  return open;
}
