import { describe, expect, it } from 'vitest';
import { defaultSettings } from '../../../src/core/settings.js';
import type { RunSummary } from '../../../src/host/protocol.js';
import { ago } from '../../../src/screens/home/age.js';
import { curveRows } from '../../../src/screens/home/curve-rows.js';
import { type FactOptions, homeFacts } from '../../../src/screens/home/home-facts.js';
import { machineRows } from '../../../src/screens/home/machine-rows.js';
import { runTable } from '../../../src/screens/home/run-table.js';
import { latestRun, runWords, shownRuns, trailRange } from '../../../src/screens/home/shown-run.js';
import { runStatus } from '../../../src/screens/run-status.js';
import type { HostState } from '../../../src/state/host-connection.js';
import { emptyView, viewEvents } from '../../../src/state/run-view.js';
import { glyphsFor } from '../../../src/ui/glyphs.js';
import { rowText } from '../../../src/ui/rows.js';
import { modelSummary } from '../../state/recognition-fakes.js';
import { epochEnded, epochStarted, params, progress, started } from '../../state/run-fakes.js';

const glyphs = glyphsFor('unicode');
const now = Date.UTC(2025, 0, 10, 12);
const minutes = (count: number) => count * 60_000;
const text = (row: Parameters<typeof rowText>[0]) => rowText(row).trimEnd();

const {
  type: _,
  at: __,
  ...best
} = epochEnded(12, 0.9934) as Extract<ReturnType<typeof epochEnded>, { type: 'epoch-ended' }>;
const run: RunSummary = {
  id: 'mnist-classic-2',
  status: 'completed',
  request: { source: 'mnist', name: 'mnist-classic-2', settings: defaultSettings },
  startedAt: now - minutes(130),
  epoch: 22,
  best,
  validationTrail: [0.9, 0.98, 0.985, 0.9934],
};
const engine = {
  engine: 'native',
  tensorflow: '2.15.1',
  node: '20.20.2',
  source: 'PyPI',
  location: '/library',
} as const;
const viewOf = (...events: Parameters<typeof viewEvents>[1]) =>
  viewEvents(emptyView('mnist-classic', params), events);

function facts(host: HostState, options: Partial<FactOptions> = {}): string[] {
  const rows = homeFacts(host, {
    sources: ['mnist', 'data/digits_jpeg'],
    counts: new Map(),
    run: latestRun(host, undefined),
    width: 76,
    glyphs,
    now,
    ...options,
  });
  return rows.map(text);
}

describe('what is here', () => {
  it('is told in a row or two each', () => {
    const models = [modelSummary('starter', { preferred: true })];
    const counts = new Map([['data/digits_jpeg', 1000]]);
    expect(facts({ status: 'ready', models, runs: [run], engine }, { counts })).toEqual([
      'model     starter  99.00 % in validation',
      '          trained on mnist, 60,000 samples, 2 epochs, 9 days ago',
      'data      mnist, 60,000 samples to train on, with the program',
      '          data/digits_jpeg, 1,000 pictures',
      'engine    native, TensorFlow 2.15.1 from PyPI, Node 20.20.2',
      'last run  mnist-classic-2  ✓ completed, 22 epochs, 2 h ago',
      '          ▁▁▃▇                  99.34 % in validation, epoch 12, on mnist',
    ]);
  });

  it('names the score on test samples first', () => {
    const [model] = [modelSummary('starter', { preferred: true })];
    if ('card' in model)
      model.card.test = { source: 'mnist:test', count: 10_000, accuracy: 0.9972 };
    expect(facts({ status: 'ready', models: [model], runs: [] })[0]).toBe(
      'model     starter  99.72 % on mnist:test  99.00 % in validation',
    );
  });

  it('is not known yet while the host starts', () => {
    expect(facts({ status: 'connecting' }, { sources: ['mnist'] })).toEqual([
      'model     starting the host',
      '',
      'data      mnist, 60,000 samples to train on, with the program',
      '          no folder of digits here: o in Training chooses one',
      'engine    looking',
      'last run  starting the host',
    ]);
  });

  it('says what makes the first model and run, and why the engine is not native', () => {
    const portable = {
      ...engine,
      engine: 'portable',
      tensorflow: 'tfjs 4.22.0 (WebAssembly)',
      source: 'npm',
      reason: 'too old',
    } as const;
    const rows = facts({ status: 'ready', models: [], runs: [], engine: portable });
    expect(rows[0]).toBe('model     none yet: 2 opens Training, which makes one');
    expect(rows.slice(4, 7)).toEqual([
      'engine    portable, tfjs 4.22.0 (WebAssembly), Node 20.20.2',
      '          `digitscope engine install` tries again; not native, since too old',
      'last run  none yet: 2 opens Training, r starts one',
    ]);
  });

  it('does not guess what a lost host would tell', () => {
    const rows = facts({ status: 'lost', problem: 'the host did not start: see its log' });
    expect(rows[0]).toBe('model     not known without the host');
  });

  it('follows the run under way', () => {
    const host: HostState = { status: 'ready', models: [], runs: [run] };
    const view = viewOf(started, epochStarted(1), epochEnded(1, 0.99), progress(2, 10));
    expect(facts(host, { run: latestRun(host, view) }).slice(-2)).toEqual([
      'run       mnist-classic  ● running, epoch 2/20, about 1 min 42 s left',
      '          ▅                     99.00 % in validation, epoch 1, on mnist',
    ]);
    expect(facts(host, { run: latestRun(host, viewOf()) }).slice(-2)).toEqual([
      'run       mnist-classic  ● loading data',
      '          no epoch has ended',
    ]);
  });
});

it.each([
  ['completed', 1, '✓ completed, 1 epoch'],
  ['stopped', 3, '✓ stopped, 3 epochs'],
  ['failed', 0, '✗ failed, 0 epochs'],
  ['waiting', 0, '● loading data'],
  ['paused', 3, '‖ paused, epoch 3/50'],
] as const)('a run is told as %s after %i', (status, epoch, words) => {
  expect(runWords({ ...run, status, epoch }, glyphs)).toBe(words);
});

it.each([
  [undefined, ''],
  [Number.NaN, ''],
  [now + minutes(5), 'just now'],
  [now - minutes(59), '59 min ago'],
  [now - minutes(60 * 47), '47 h ago'],
  [now - minutes(60 * 48), '2 days ago'],
])('a run of %s was %s', (at, expected) => {
  expect(ago(at, now)).toBe(expected);
});

it.each([
  [[], undefined],
  [[Number.NaN], undefined],
  [
    [0.1, 0.9, 0.95],
    [0.1, 0.95],
  ],
  // The first epoch would make one flat line of all that follows.
  [
    [0.1, 0.9, Number.NaN, 0.95],
    [0.9, 0.95],
  ],
])('the curve of %j is drawn over %j', (trail, range) => {
  expect(trailRange(trail)).toEqual(range);
});

describe('the machine', () => {
  const load = {
    busy: [0, 0.5, Number.NaN, 1],
    cores: 2,
    memoryUsed: 6 * 2 ** 30,
    memoryTotal: 24 * 2 ** 30,
    loadAverage: [0.5, 0.25, 1],
  };
  const rows = (state: typeof load | Parameters<typeof machineRows>[0], hostMemory?: number) =>
    machineRows(state, { hostMemory, width: 76, glyphs }).map(text);

  it('is told in three rows, the newest reading at the right', () => {
    expect(rows(load, 431 * 2 ** 20)).toEqual([
      'processor                           ▁▅ █  100 % of 2 cores, last minute',
      'load      0.50  0.25  1.00  over 1, 5 and 15 min',
      `memory    ███████▌${'░'.repeat(22)}  6.0 GB of 24 GB, the host 431 MB`,
    ]);
  });

  it('has not been measured before the second reading, and may have no load average', () => {
    const first = { ...load, busy: [], cores: 1, loadAverage: undefined };
    expect(rows(first)[0]).toMatch(/^processor +measuring of 1 core, last minute$/);
    expect(rows(first)[1]).toBe('load      this system keeps no load average');
  });
});

describe('past runs', () => {
  const table = (host: Pick<HostState, 'runs' | 'status'>, width = 116) =>
    runTable(host, { width, height: 3, glyphs, now }).map(text);

  it('are listed as many as fit, each with its curve', () => {
    expect(table({ status: 'ready', runs: [run, run, run] })).toHaveLength(3);
    expect(table({ status: 'ready', runs: [run] })).toEqual([
      'run              data   ended                         best  validation by epoch                         started',
      'mnist-classic-2  mnist  ✓ completed, 22 epochs     99.34 %  ▁▁▃▇                                        2 h ago',
    ]);
  });

  it.each([116, 196])('keep to %i cells however long the names are', (width) => {
    const source = `/home/ada/${'a'.repeat(50)}/digits_jpeg`;
    const long: RunSummary = {
      ...run,
      id: 'b'.repeat(40),
      request: { source, name: '', settings: defaultSettings },
      validationTrail: Array.from({ length: 60 }, (_, index) => index / 60),
    };
    const rows = runTable({ status: 'ready', runs: [long] }, { width, height: 3, glyphs, now });
    expect(rows.map(rowText).every((row) => row.length <= width)).toBe(true);
    expect(rowText(rows[1])).toContain('/digits_jpeg  ');
    expect(rowText(rows[1])).toContain('2 h ago');
  });

  it('are said to be missing, with what makes the first', () => {
    expect(table({ status: 'ready', runs: [] })).toEqual([
      'no run yet: 2 opens Training, r starts one',
    ]);
    expect(table({ status: 'ready' })).toEqual(['looking for runs']);
    expect(table({ status: 'lost' })).toEqual(['the host lists them once it is there']);
  });
});

it('lists the run under way as it is now, not as it was when the host listed it', () => {
  const view = viewEvents(emptyView('mnist-classic', params), [started, epochStarted(2)]);
  const listed: RunSummary = {
    id: 'mnist-classic',
    status: 'waiting',
    epoch: 0,
    validationTrail: [],
  };
  const statusOf = (runs: readonly RunSummary[]) =>
    shownRuns({ runs }, view)?.map(({ id, status, epoch }) => [id, status, epoch]);
  expect(statusOf([listed, run])).toEqual([
    ['mnist-classic', 'running', 2],
    [run.id, run.status, run.epoch],
  ]);
  expect(statusOf([])).toEqual([['mnist-classic', 'running', 2]]);
  expect(shownRuns({ runs: [run] }, undefined)).toEqual([run]);
  expect(shownRuns({ runs: undefined }, view)).toBeUndefined();
});

describe('the curve of the last run', () => {
  const rows = (shown: RunSummary | undefined) =>
    curveRows(shown, { width: 30, height: 4, glyphs }).map(text);

  it('spreads its points over the epochs', () => {
    expect(rows(run)).toEqual([
      ' 99.34 %                  ⣀⠤⠒⠉',
      '                      ⣀⠤⠒⠉',
      ' 98.00 % ⣀⣀⣀⣀⣀⣀⣀⣀⠤⠔⠒⠊⠉',
      '         1       10         22',
    ]);
  });

  it('says what draws it', () => {
    expect(rows(undefined)).toEqual(['drawn from the end of the first epoch on: 2 opens Training']);
  });
});

it('says on every screen what trains', () => {
  const view = emptyView('mnist-classic', params);
  const words = (state: Parameters<typeof runStatus>[0]) => rowText(runStatus(state, glyphs));
  expect(words({})).toBe('');
  expect(words({ view })).toBe('● loading data');
  expect(words({ view: viewEvents(view, [started, epochStarted(3)]) })).toBe('● epoch 3/20');
});
