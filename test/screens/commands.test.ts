import { describe, expect, it, vi } from 'vitest';
import { defaultPreferences } from '../../src/core/preferences.js';
import { type CommandActs, type CommandFacts, shellCommands } from '../../src/screens/commands.js';
import { cardOf } from '../state/analytics/analytics-fakes.js';
import { damagedModel, modelSummary } from '../state/recognition-fakes.js';

const facts: CommandFacts = {
  screen: 'home',
  host: 'there',
  run: 'none',
  models: [],
  subjects: [],
  sources: ['mnist', 'data/digits_jpeg'],
  preferences: { ...defaultPreferences, theme: 'dark' },
};

const acts = {
  goTo: vi.fn<CommandActs['goTo']>(),
  readSamples: vi.fn<CommandActs['readSamples']>(),
  fillIn: vi.fn<CommandActs['fillIn']>(),
  readWith: vi.fn<CommandActs['readWith']>(),
  analyse: vi.fn<CommandActs['analyse']>(),
  lookAt: vi.fn<CommandActs['lookAt']>(),
  openRuns: vi.fn(),
  startHost: vi.fn<CommandActs['startHost']>(),
  prefer: vi.fn<CommandActs['prefer']>(),
};

const titles = (changes: Partial<CommandFacts> = {}) =>
  shellCommands({ ...facts, ...changes }, acts).map(({ title }) => title);

function run(title: string, changes: Partial<CommandFacts> = {}): void {
  const command = shellCommands({ ...facts, ...changes }, acts).find(
    (each) => each.title === title,
  );
  if (!command) throw new Error(`There is no command ${title}`);
  command.run();
}

it('offers the way to the other screens, with their keys', () => {
  const commands = shellCommands({ ...facts, screen: 'training' }, acts);
  const ways = commands.filter(({ title }) => title.startsWith('Go to'));
  expect(ways.map(({ title, key }) => [title, key])).toEqual([
    ['Go to Home', '1'],
    ['Go to Recognition', '3'],
    ['Go to Live Demo', '4'],
    ['Go to Analytics', '5'],
    ['Go to About', '6'],
    ['Go to Models', '7'],
  ]);
  run('Go to About');
  expect(acts.goTo).toHaveBeenCalledWith('about');
});

describe('training', () => {
  it('is offered on each source with each recipe', () => {
    expect(titles()).toContain('Train on data/digits_jpeg with the classic recipe');
    run('Train on mnist with the fast recipe');
    expect(acts.fillIn).toHaveBeenCalledWith('mnist', 'fast');
  });

  it('is not offered while a run is under way', () => {
    expect(titles({ run: 'under way' }).filter((title) => title.startsWith('Train'))).toEqual([]);
  });
});

it('reads with each model that is whole', () => {
  const models = [
    modelSummary('mnist-fast', { preferred: true }),
    damagedModel('broken', 'its checksum is wrong'),
  ];
  expect(titles({ models }).filter((title) => title.includes('model'))).toEqual([
    'Read with model mnist-fast',
  ]);
  run('Read with model mnist-fast', { models });
  expect(acts.readWith).toHaveBeenCalledWith('mnist-fast');
});

it('opens each view of Analytics, at each model and run that is whole', () => {
  const one = { name: 'mnist-fast', card: cardOf('mnist-fast') };
  const subjects = [one, { name: 'fast-2' }, { name: 'broken', problem: 'damaged' }];
  expect(titles({ subjects })).toEqual(
    expect.arrayContaining(['Analytics: Curves', 'Analytics: Compare', 'Look at run fast-2']),
  );
  expect(titles({ subjects }).join()).not.toContain('broken');
  run('Analytics: Network');
  expect(acts.analyse).toHaveBeenCalledWith('network');
  run('Look at model mnist-fast', { subjects });
  expect(acts.lookAt).toHaveBeenCalledWith(one);
});

it('offers every choice of every preference, and says which one it is now', () => {
  expect(titles()).toEqual(
    expect.arrayContaining(['Theme: light', 'Pictures: kitty', 'Signs: ascii', 'Mouse: off']),
  );
  const now = shellCommands(facts, acts).filter(({ words }) => words === 'as it is now');
  expect(now.map(({ title }) => title)).toEqual([
    'Theme: dark',
    'Pictures: auto',
    'Signs: auto',
    'Mouse: on',
  ]);
  run('Mouse: off');
  expect(acts.prefer).toHaveBeenCalledWith({ ...facts.preferences, mouse: 'off' });
});

it('starts the host again where it is lost, and says that first', () => {
  expect(titles()).not.toContain('Start the host again');
  expect(titles({ host: 'lost' })[0]).toBe('Start the host again');
  run('Start the host again', { host: 'lost' });
  expect(acts.startHost).toHaveBeenCalledOnce();
});

it('has no title twice: the palette could not tell them apart', () => {
  expect(titles()).toEqual([...new Set(titles())]);
});
