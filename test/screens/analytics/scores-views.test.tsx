import { afterEach, describe, expect, it, vi } from 'vitest';
import { CalibrationView } from '../../../src/screens/analytics/calibration/calibration-view.js';
import { ScoresView } from '../../../src/screens/analytics/scores/scores-view.js';
import type { AnalyticsView } from '../../../src/state/analytics/analytics-store.js';
import {
  type FakeAnswer,
  scoreAnswer,
  someAnswers,
  startScores,
} from '../../state/analytics/scores-fakes.js';
import { type Mounted, type MountOptions, mount } from '../../support/mount.js';
import { click } from '../../support/mouse.js';

const enter = '\r';
const escapeKey = '\u001b';
const right = '\u001b[C';
const down = '\u001b[B';

let view: Mounted | undefined;
afterEach(() => view?.unmount());

const text = () => view?.screen().join('\n') ?? '';
/** Waits until the screen shows it. */
const drawn = (pattern: RegExp) => vi.waitFor(() => expect(text()).toMatch(pattern));

async function open(name: AnalyticsView, options: MountOptions = {}) {
  const onBack = vi.fn();
  const started = await startScores();
  started.analytics.open(name);
  const { analytics, scores } = started;
  const View = name === 'calibration' ? CalibrationView : ScoresView;
  const mounted = await mount(
    <View analytics={analytics} scores={scores} status="" onBack={onBack} />,
    options,
  );
  view = mounted;
  return { ...started, onBack, press: mounted.press, mounted };
}

async function openScored(
  name: AnalyticsView,
  answers: readonly FakeAnswer[] = someAnswers,
  options: MountOptions = {},
) {
  const opened = await open(name, options);
  await vi.waitFor(() => opened.host.last);
  opened.host.last.answer(scoreAnswer(answers));
  await drawn(name === 'scores' ? /macro accuracy/ : /expected error/);
  return opened;
}

describe('Scores', () => {
  it('scores by itself, and Esc cancels that before it leaves', async () => {
    const { host, press, onBack } = await open('scores');
    await vi.waitFor(() => host.last);
    host.last.tell({ phase: 'load', done: 30, total: 60 });
    await drawn(/reading 30\/60 /);
    expect(text()).toContain('Scoring validation samples of mnist');
    await press(enter);
    expect(text()).toContain('nothing is scored yet');
    await press(escapeKey);
    await drawn(/Not scored: validation samples of mnist/);
    expect(host.last.signal?.aborted).toBe(true);
    await press(escapeKey);
    expect(onBack).toHaveBeenCalledTimes(1);
  });

  it('begins at the most frequent mistake, turns to others, and opens only what holds samples', async () => {
    const { press } = await openScored('scores');
    expect(text()).toContain('› 4 read as 9: 2 of 3');
    await press('n');
    expect(text()).toContain('› 7 read as 1: 1 of 2');
    await press('n', right);
    expect(text()).toContain('› 4 read as 9: 2 of 3');
    await press(down, enter);
    expect(text()).toContain('there are no samples of 5 here');
  });

  it('goes into a cell and a sample, and back with the cursor where it was', async () => {
    const { press } = await openScored('scores');
    await press(enter);
    await drawn(/4 read as 9 ─.* 1 to 2 of 2, the surest first/);
    await drawn(/›4→9 95\.0 % +4→9 70\.0 %/);
    await press(right, enter);
    await drawn(/4, read as 9 with 70\.0 % +2 of 2/);
    await drawn(/below: nearest of 48,000 training samples/);
    expect(text()).toMatch(/4 at 3\.25 +9 at 4\.50/);
    expect(text()).toContain('/digits/4/1.jpg');
    await press('n');
    expect(text()).toContain('this is the last one');
    await press(enter);
    await drawn(/covered there, the 9 falls from 70\.0 % to\s+10\.0 %\./);
    expect(text()).toContain('A digit: what it is');
    await press('v');
    await drawn(/conv1, 1 of 1: 2x1, channels 1 to 3 of 3, white is 2\.00/);
    expect(text()).toMatch(/1 to 2\.00 +2 to 0\.16 +3 dark/);
    await press(escapeKey, escapeKey);
    await drawn(/›4→9 70\.0 %/);
    await press(escapeKey);
    await drawn(/› 4 read as 9: 2 of 3/);
  });

  it('says that a file is gone, and keeps the 28x28', async () => {
    const { host, press } = await openScored('scores');
    host.previewRefusal = new Error('2.jpg does not exist: choose another file');
    await press(enter, enter);
    await drawn(/✗ 2\.jpg does not exist/);
    expect(text()).toContain('4, read as 9 with 95.0 %');
  });

  it('says that nothing was wrong, and shows right answers all the same', async () => {
    const { press } = await openScored('scores', [
      [0, 0, 0.9],
      [1, 1, 0.8],
    ]);
    expect(text()).toContain('no mistake among 2 samples');
    await press('n');
    expect(text()).toContain('there is no mistake');
    await press(enter);
    await drawn(/›✓ 0 90\.0 %/);
  });

  it('offers other samples', async () => {
    const { host, press } = await openScored('scores');
    await press('s');
    await drawn(/› validation samples of mnist/);
    await press(down, down, enter);
    await vi.waitFor(() => expect(host.last.params).toMatchObject({ source: 'mnist:test' }));
    host.last.answer(scoreAnswer(someAnswers, { source: 'mnist:test', part: 'all' }));
    await drawn(/all of mnist:test/);
  });

  it('lets the mouse choose a cell, and open it with a second click', async () => {
    const { mounted } = await openScored('scores');
    await click(mounted, '9    .    .    .    .    .    .    .    .    .    1');
    await drawn(/macro accuracy/);
    await click(mounted, '›  2');
    await drawn(/4 read as 9 ─/);
  });

  it('uses the room of a large screen', async () => {
    const { press } = await openScored('scores', someAnswers, { columns: 120, rows: 40 });
    expect(view?.screen()).toHaveLength(40);
    expect(text()).toMatch(/weights +mine/);
    await press(enter);
    await drawn(/28x28, what it sees/);
  });

  it('fails in a line with what helps', async () => {
    const { host } = await open('scores');
    await vi.waitFor(() => host.last);
    host.last.fail(new Error('the network answers nothing'));
    await drawn(/✗ the network answers nothing/);
    expect(text()).toContain('r   tries again');
  });
});

describe('Calibration', () => {
  it('moves its threshold, and lists what that does not serve', async () => {
    const { press } = await openScored('calibration');
    expect(text()).toContain(
      'at 0.90: answers 50.0 %, of those 66.7 % right; 1 wrong left, 3 held back',
    );
    await press(right);
    expect(text()).toContain('at 0.91:');
    await press(enter);
    await drawn(/Wrong at 0\.91 and above, then held back/);
    expect(text()).toMatch(/›4→9 95\.0 % +✓ 9 80\.0 % +4→9 70\.0 %/);
    await press(escapeKey);
    await drawn(/at 0\.91:/);
  });

  it('says where there is nothing to list', async () => {
    const { press } = await openScored('calibration', [[1, 1, 0.99]]);
    await press(enter);
    expect(text()).toContain('nothing is held back or wrong here');
  });
});
