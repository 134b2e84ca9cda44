import { tmpdir } from 'node:os';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { CompareView } from '../../../src/screens/analytics/compare/compare-view.js';
import { EpochsView } from '../../../src/screens/analytics/epochs/epochs-view.js';
import { Analytics } from '../../../src/state/analytics/analytics-store.js';
import { Compare } from '../../../src/state/analytics/compare-store.js';
import { Epochs } from '../../../src/state/analytics/epochs-store.js';
import { FileBrowser } from '../../../src/state/file-browser-store.js';
import { previewsOf } from '../../../src/state/recognition-previews.js';
import {
  epochScore,
  FakeAnalyst,
  last,
  scoreAnswer,
  settle,
  sure,
} from '../../state/analytics/analysis-fakes.js';
import { damagedModel, modelSummary } from '../../state/recognition-fakes.js';
import { type Mounted, type MountOptions, mount } from '../../support/mount.js';

const right = '\u001b[C';
const left = '\u001b[D';
const escapeKey = '\u001b';
const labels = [4, 7, 9, 1];

let host: FakeAnalyst;
let analytics: Analytics;
let view: Mounted;
const onBack = vi.fn();
const text = () => view.screen().join('\n');
/** Waits until the screen shows it. */
const drawn = (pattern: RegExp) => vi.waitFor(() => expect(text()).toMatch(pattern));

beforeEach(() => {
  onBack.mockReset();
  host = new FakeAnalyst();
  host.runs = [{ id: 'digits', status: 'completed', epoch: 3, validationTrail: [], startedAt: 1 }];
});
afterEach(() => view.unmount());

async function showEpochs(options: MountOptions = {}): Promise<void> {
  const connection = host.connection();
  analytics = new Analytics(connection);
  await connection.refresh();
  const browser = new FileBrowser({
    purpose: 'pictures',
    places: [{ name: 'here', folder: tmpdir() }],
    recent: { load: async () => [], add: async () => {} },
    home: tmpdir(),
    previews: previewsOf(async () => host as never),
  });
  const epochs = new Epochs(connection);
  view = await mount(
    <EpochsView {...{ analytics, epochs, browser, status: '', onBack }} />,
    options,
  );
  await settle();
}

async function showCompare(options: MountOptions = {}): Promise<void> {
  const connection = host.connection();
  analytics = new Analytics(connection);
  await connection.refresh();
  const compare = new Compare({ analytics, sources: () => ['mnist'] });
  view = await mount(<CompareView {...{ analytics, compare, status: '', onBack }} />, options);
  await settle();
}

describe('the epochs', () => {
  it.each([
    { columns: 80, rows: 24 },
    { columns: 120, rows: 40 },
  ])('are scrubbed, played and shown as a matrix at $columns x $rows', async (size) => {
    host.kept = [1, 2, 3];
    await showEpochs(size);
    await drawn(/Looking for the validation samples/);
    last(host.scores).answer(scoreAnswer(labels, [9, 7, 9, 1]));
    await drawn(/Hard 1\/4: a 0/);
    const points = [9, 4, 0].map((digit, index) => ({
      epoch: index + 1,
      probabilities: sure(digit),
    }));
    last(host.traces).answer({ points });
    await drawn(/zero 100\.0 % {2}✓ right/);
    await view.press(left);
    expect(text()).toContain('four 100.0 %  ✗ it is a 0');
    expect(text()).toContain('right from epoch 3 on');
    expect(text()).toContain('Epoch 2 of 3');
    await view.press(' ');
    expect(text()).toContain('playing');
    await view.press(escapeKey, 'm');
    await drawn(/go through the weights/);
    const epochs = [1, 2, 3].map((epoch) => epochScore(epoch, labels, [epoch, 7, 9, 1]));
    last(host.epochScores).answer({ epochs });
    await drawn(/wrong 1 of 4/);
    expect(text()).toContain('4 read as 2: 0 -> 1');
    await view.press('n');
    expect(text()).toContain('m shows the picture first');
    await view.press(escapeKey);
    expect(onBack).toHaveBeenCalledOnce();
  });

  it('of one alone say so', async () => {
    host.kept = [1];
    await showEpochs();
    await drawn(/one epoch only/);
    await view.press(right);
    expect(text()).toContain('this run has one epoch only');
  });

  it.each([
    ['completed', 3, /No weights of the epochs of this run were kept\.[\s\S]*older than this view/],
    ['failed', 0, /ended before its first epoch/],
    ['running', 1, /The first epoch is under way/],
  ] as const)('of a run that is %s and kept none are explained', async (status, epoch, words) => {
    host.runs = [{ ...host.runs[0], status, epoch }];
    await showEpochs();
    await drawn(words);
    await view.press('m');
    expect(text()).not.toContain('wrong');
  });

  it('of a model without a run are explained', async () => {
    host.runs = [];
    host.models = [modelSummary('starter', { preferred: true })];
    await showEpochs();
    await drawn(/No run of starter is here/);
  });

  it('without anything here point to Training', async () => {
    host.runs = [];
    await showEpochs();
    await drawn(/There is no model and no run here/);
  });
});

describe('the comparison', () => {
  beforeEach(() => {
    host.runs = [];
    host.models = ['mine', 'starter'].map((name) =>
      modelSummary(name, { preferred: name === 'mine' }),
    );
  });

  it.each([
    { columns: 80, rows: 24 },
    { columns: 120, rows: 40 },
  ])('has verdict, digits, pictures and settings at $columns x $rows', async (size) => {
    await showCompare(size);
    await drawn(/First mine: validation samples of mnist/);
    last(host.scores).answer(scoreAnswer(labels, [4, 7, 9, 7]));
    await drawn(/Then starter/);
    last(host.scores).answer(scoreAnswer(labels, [4, 7, 9, 1]));
    await drawn(/may be chance: p = 1\.00, exact/);
    expect(text()).toContain('Only B right: 1');
    expect(text()).toMatch(/1 +│█+ +\+100/);
    expect(text()).toContain('1: A 7, B 1');
    await view.press('\r');
    expect(text()).toContain('1/1: a 1');
    await view.press(escapeKey, 'x');
    expect(text()).toContain('There is none.');
    await view.press('\r');
    expect(text()).toContain('there is no picture that only A reads');
    await view.press('t');
    expect(text()).toContain('all settings are alike');
    await view.press('s');
    expect(text()).toContain('all samples of mnist:test');
  });

  it('without a second one says what makes one', async () => {
    host.models = host.models.slice(0, 1);
    await showCompare();
    await drawn(/There is nothing to compare mine with/);
  });

  it('with a damaged one says why it cannot be used', async () => {
    host.models = [host.models[0], damagedModel('broken', 'it is truncated')];
    await showCompare();
    await view.press('b');
    await view.press('\u001b[B', '\r');
    await drawn(/broken cannot be used: it is truncated/);
  });

  it('says why a source cannot be scored', async () => {
    await showCompare();
    await vi.waitFor(() => last(host.scores));
    last(host.scores).fail(new Error('there is no folder data/mine'));
    await drawn(/there is no folder data\/mine[\s\S]*r tries again/);
  });
});
