import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Workspace } from '../../../src/host/workspace.js';
import { AnalyticsScreen } from '../../../src/screens/analytics/analytics-screen.js';
import { createChartStore } from '../../../src/screens/training/chart-store.js';
import { Session } from '../../../src/state/session.js';
import {
  AnalyticsHost,
  measured,
  runSummary,
  twoEpochs,
} from '../../state/analytics/analytics-fakes.js';
import { damagedModel, modelSummary } from '../../state/recognition-fakes.js';
import { connectionOf, epochEnded, epochStarted, params, started } from '../../state/run-fakes.js';
import { type Mounted, type MountOptions, mount } from '../../support/mount.js';
import { click } from '../../support/mouse.js';

const keys = {
  left: '\u001b[D',
  down: '\u001b[B',
  tab: '\t',
  backTab: '\u001b[Z',
  escape: '\u001b',
};

let host: AnalyticsHost;
let session: Session;
let terminal: Mounted;
let backs: number;

beforeEach(() => {
  host = new AnalyticsHost();
  host.events = twoEpochs;
  backs = 0;
  session = new Session(new Workspace('.'), connectionOf(host), join(tmpdir(), 'digitscope-none'));
});
afterEach(() => {
  terminal.unmount();
  session.close();
});

const text = () => terminal.screen().join('\n');
const footer = () => terminal.screen()[terminal.screen().length - 1].trim();

async function show(options?: MountOptions) {
  terminal = await mount(
    <AnalyticsScreen
      analytics={session.analytics}
      chartStore={createChartStore()}
      scores={session.scores}
      epochs={session.epochs}
      compare={session.compare}
      browser={session.browser}
      status=""
      onBack={() => {
        backs += 1;
      }}
    />,
    options,
  );
}

/** A model with its run, a run alone, a model alone and a damaged one. */
async function fill() {
  host.models = [
    modelSummary('fast', { preferred: true }),
    damagedModel('broken', 'model broken is damaged'),
    modelSummary('alone', { preferred: false }),
  ];
  host.listed = [runSummary('fast', { startedAt: 9000 }), runSummary('cut', { status: 'failed' })];
  await session.connection.refresh();
}

describe('an empty workspace', () => {
  it('says what would fill it, and why nothing can be chosen', async () => {
    await show();
    expect(text()).toContain('starting the host');
    await session.connection.refresh();
    await expect.poll(text).toContain('There is no model and no run here yet.');
    await terminal.press('o');
    expect(footer()).toBe('there is no model and no run here: train one (2)');
    await terminal.press(keys.tab);
    expect(text()).toContain('›Network');
    expect(text()).toContain('There is no model and no run here yet.');
    await terminal.press(keys.escape);
    expect(backs).toBe(1);
  });
});

describe('the curves', () => {
  it('stand beside what they came to, with the epoch that is read below', async () => {
    await fill();
    await show();
    await expect.poll(text).toContain('✓ ended early after 2 epochs:');
    await terminal.press(keys.left);
    expect(text()).toMatch(/epoch 2 .*━ 0\.04/);
    expect(text()).toContain(
      ' epoch 2: the best validation loss: its weights were kept; early stopping',
    );
    await terminal.press(keys.down);
    expect(text()).toContain('›Accuracy');
    await terminal.press(keys.down);
    expect(text()).toContain('›Loss');
    await terminal.press('f');
    expect(text()).not.toContain('Accuracy ─');
    await terminal.press(keys.escape, keys.escape, keys.escape);
    expect(backs).toBe(1);
  });

  it('of a model without its run are its figures', async () => {
    host.models = [modelSummary('alone', { preferred: true })];
    await session.connection.refresh();
    await show();
    expect(text()).toContain('The run that made alone is not here');
    expect(text()).toContain('a model without its run');
    await terminal.press('g');
    expect(footer()).toBe('a model without its run has no curves');
  });

  it('move on with a run under way', async () => {
    host.listed = [runSummary('mnist-classic', { status: 'running', best: undefined })];
    await session.connection.refresh();
    await show();
    await session.runs.start(params);
    host.tell(started, epochStarted(1), epochEnded(1, 0.98), epochStarted(2));
    await expect.poll(text).toContain('under way: epoch 2 of 20');
    expect(text()).toContain('98.00 %');
  });

  it('use the room of a large terminal', async () => {
    await fill();
    await show({ columns: 120, rows: 40 });
    await expect.poll(text).toContain('╭ Each digit ');
    expect(text()).toContain('fast  model, ✓ completed, 2 epochs');
  });

  it('are one figure and one curve on stage, and no key changes them', async () => {
    await fill();
    await show({ stage: 'on' });
    await expect.poll(text).toContain('validation accuracy of what is saved');
    expect(text()).toContain('██ validation');
    expect(text()).toContain('✓ ended early after 2 epochs');
    await terminal.press(keys.left);
    expect(footer()).toBe('stage mode shows one chart: z leaves it');
  });
});

describe('the list of models and runs', () => {
  it('passes a damaged one over', async () => {
    await fill();
    await show();
    await terminal.press('o');
    expect(text()).toMatch(/broken +✗ is damaged/);
    await terminal.press(keys.down, '\r');
    await expect.poll(text).toContain('The run that made alone is not here');
  });

  it('opens what is clicked, save a damaged one', async () => {
    await fill();
    await show();
    await terminal.press('o');
    await click(terminal, 'is damaged');
    expect(text()).toContain('╭ Models and runs');
    await click(terminal, 'its run is not here');
    expect(text()).not.toContain('╭ Models and runs');
    expect(text()).toContain('The run that made alone is not here');
  });
});

describe('the network', () => {
  it('is opened with Tab or a click, and measured by a key', async () => {
    await fill();
    await show();
    await click(terminal, 'Network');
    expect(text()).toContain('242,954 parameters: 242,250 trainable, 704 not');
    await terminal.press('m');
    await expect.poll(text).toContain('measuring on this machine');
    expect(host.measurements[0].params).toEqual({ weights: { model: 'fast' } });
    await terminal.press('m');
    expect(footer()).toBe('it is being measured: Esc gives it up');
    host.measurements[0].answer(measured);
    await expect.poll(text).toContain('0.30 ms an image');
    await terminal.press(keys.backTab);
    expect(text()).toContain('›Curves');
  });

  it('gives a measurement up before it goes back', async () => {
    await fill();
    session.analytics.open('network');
    await show();
    await terminal.press('m');
    await expect.poll(() => host.measurements.length).toBe(1);
    await terminal.press(keys.escape);
    expect(text()).toContain('m measures here and now');
    expect(backs).toBe(0);
  });

  it('says why a run without weights cannot be measured', async () => {
    host.listed = [runSummary('none', { best: undefined })];
    await session.connection.refresh();
    session.analytics.open('network');
    await show();
    await terminal.press('m');
    expect(footer()).toBe('this run has no weights to measure with');
  });
});
