import { describe, expect, it } from 'vitest';
import { defaultSettings } from '../../../src/core/settings.js';
import type { RunSummary } from '../../../src/host/protocol.js';
import { ago, homeFacts } from '../../../src/screens/home/home-facts.js';
import { homeMenu } from '../../../src/screens/home/home-menu.js';
import { runTable } from '../../../src/screens/home/run-table.js';
import { runStatus } from '../../../src/screens/run-status.js';
import type { HostState } from '../../../src/state/host-connection.js';
import { emptyView, viewEvents } from '../../../src/state/run-view.js';
import { rowText } from '../../../src/ui/rows.js';
import { glyphsFor } from '../../../src/ui/theme.js';
import { modelSummary } from '../../state/recognition-fakes.js';
import { epochEnded, epochStarted, params, started } from '../../state/run-fakes.js';

const glyphs = glyphsFor('unicode');
const now = Date.UTC(2025, 0, 10, 12);
const minutes = (count: number) => count * 60_000;

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
};
const engine = {
  engine: 'native',
  tensorflow: '2.15.1',
  node: '20.20.2',
  source: 'PyPI',
  location: '/library',
} as const;

function facts(host: HostState, sources = ['mnist', 'data/digits_jpeg']): string[] {
  const rows = homeFacts(host, { sources, width: 76, glyphs, now });
  return rows.map((row) => rowText(row).trimEnd());
}

describe('what is here', () => {
  it('is told in two rows each', () => {
    const models = [modelSummary('starter', { preferred: true })];
    expect(facts({ status: 'ready', models, runs: [run], engine })).toEqual([
      'model     starter  99.00 % in validation',
      '          trained on mnist, 48,000 samples, 2 epochs, 2025-01-01',
      'data      mnist, 60,000 samples to train on, with the program',
      '          data/digits_jpeg',
      'engine    native, TensorFlow 2.15.1 from PyPI, Node 20.20.2',
      '',
      'last run  mnist-classic-2  ✓ completed, 22 epochs, 2 h ago',
      '          on mnist, best epoch 12: validation 99.34 %',
    ]);
  });

  it('is not known yet while the host starts', () => {
    expect(facts({ status: 'connecting' }, ['mnist'])).toEqual([
      'model     starting the host',
      '',
      'data      mnist, 60,000 samples to train on, with the program',
      '          no folder of digits found here',
      'engine    looking',
      '',
      'last run  starting the host',
      '',
    ]);
  });

  it('says what makes the first model, and why the engine is not native', () => {
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
      'last run  none yet',
    ]);
  });

  it('says why the host is lost', () => {
    expect(facts({ status: 'lost', problem: 'the host did not start: see its log' })[0]).toBe(
      'model     ✗ the host did not start: see its log',
    );
  });
});

it.each([
  [undefined, ''],
  [now + minutes(5), ', just now'],
  [now - minutes(59), ', 59 min ago'],
  [now - minutes(60 * 47), ', 47 h ago'],
  [now - minutes(60 * 48), ', 2 days ago'],
])('a run of %s was%s', (at, expected) => {
  expect(ago(at, now)).toBe(expected);
});

describe('the menu', () => {
  const titles = (options: Partial<Parameters<typeof homeMenu>[0]>) =>
    homeMenu({ hasModel: true, run: 'none', sources: ['mnist'], width: 74, ...options }).map(
      ({ label }) => label,
    );

  it('offers what can be done with what is here', () => {
    expect(titles({ sources: ['mnist', 'data/digits_jpeg'] })).toEqual([
      'Read the sample digits        pictures that come with the program',
      'Read your own pictures        choose files, or paste their paths',
      'Train on mnist                60,000 samples, with the program',
      'Train on data/digits_jpeg     a folder of samples',
      'Train on something else       a folder of folders 0 to 9',
      'About                         the network layer by layer, and what is ins…',
    ]);
  });

  it('says what reading needs while there is no model', () => {
    expect(titles({ hasModel: false })[0]).toBe(
      'Read the sample digits        needs a model: train one first',
    );
  });

  it('leads to the run that is under way', () => {
    expect(titles({ run: 'under way' })[2]).toBe(
      'Watch the training            a run is under way',
    );
  });
});

it('lists as many runs as fit, and says how to make the first', () => {
  const table = (runs: RunSummary[]) =>
    runTable(runs, { width: 100, height: 3, glyphs, now }).map((row) => rowText(row).trimEnd());
  expect(table([run, run, run])).toHaveLength(3);
  expect(table([run])[1]).toBe(
    'mnist-classic-2           mnist             ✓ completed, 22 epochs         99.34 %  2 h ago',
  );
  expect(table([])).toEqual(['no run yet: 2 opens Training']);
});

it('says on every screen what trains', () => {
  const view = emptyView('mnist-classic', params);
  const words = (state: Parameters<typeof runStatus>[0]) => rowText(runStatus(state, glyphs));
  expect(words({})).toBe('');
  expect(words({ view })).toBe('● loading data');
  expect(words({ view: viewEvents(view, [started, epochStarted(3)]) })).toBe('● epoch 3/20');
});
