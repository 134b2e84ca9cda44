import { type Preferences, preferenceChoices, preferenceNames } from '../core/preferences.js';
import { type RecipeName, recipes } from '../core/settings.js';
import type { ModelSummary } from '../host/protocol.js';
import { cardScore, originWords, scoreWords } from '../model/card-score.js';
import { type AnalyticsView, analyticsViews } from '../state/analytics/analytics-store.js';
import { canBeChosen, type Subject } from '../state/analytics/subject.js';
import type { Command } from '../ui/components/palette-commands.js';
import { withChoice } from '../ui/components/preferences-rows.js';
import { percent } from '../ui/format.js';
import { type ScreenName, screenTabs } from '../ui/keys/key-table.js';
import { capitalised } from '../ui/keys/keys.js';

/** What the commands are made of. */
export interface CommandFacts {
  screen: ScreenName;
  host: 'there' | 'lost';
  run: 'under way' | 'none';
  models: readonly ModelSummary[];
  /** What Analytics can look at. */
  subjects: readonly Subject[];
  /** Sources to train on that were found. */
  sources: readonly string[];
  preferences: Preferences;
}

export interface CommandActs {
  goTo: (screen: ScreenName) => void;
  readSamples: () => void;
  /** Fills the settings in; nothing starts yet. */
  fillIn: (source: string, recipe: RecipeName) => void;
  readWith: (model: string) => void;
  analyse: (view: AnalyticsView) => void;
  lookAt: (subject: Subject) => void;
  openRuns: (page: 'history' | 'queue') => void;
  startHost: () => void;
  prefer: (preferences: Preferences) => void;
}

/** What the palette offers on every screen besides the keys. */
export function shellCommands(facts: CommandFacts, acts: CommandActs): Command[] {
  return [
    ...hostCommands(facts, acts),
    ...screenCommands(facts, acts),
    {
      title: 'Read the sample digits',
      words: 'pictures that come with the program',
      run: acts.readSamples,
    },
    ...modelCommands(facts, acts),
    ...analyticsCommands(facts, acts),
    ...runsCommands(acts),
    ...trainingCommands(facts, acts),
    ...preferenceCommands(facts, acts),
  ];
}

function hostCommands({ host }: CommandFacts, { startHost }: CommandActs): Command[] {
  const words = 'what reads and trains has ended';
  return host === 'lost' ? [{ title: 'Start the host again', words, run: startHost }] : [];
}

function screenCommands({ screen }: CommandFacts, { goTo }: CommandActs): Command[] {
  return screenTabs
    .filter(({ name }) => name !== screen)
    .map(({ name, key, title }) => ({
      title: `Go to ${title}`,
      words: '',
      key,
      run: () => goTo(name),
    }));
}

function modelCommands({ models }: CommandFacts, { readWith }: CommandActs): Command[] {
  return models.flatMap((model) => {
    // A damaged one can read nothing.
    if (!('card' in model)) return [];
    const { name, card } = model;
    const score = cardScore(card);
    const words = score ? `${percent(score.accuracy, 2)} ${scoreWords(score)}` : originWords(card);
    return [{ title: `Read with model ${name}`, words, run: () => readWith(name) }];
  });
}

function analyticsCommands({ subjects }: CommandFacts, acts: CommandActs): Command[] {
  return [
    ...analyticsViews.map(({ name, title }) => ({
      title: `Analytics: ${title}`,
      words: '',
      run: () => acts.analyse(name),
    })),
    ...subjects.filter(canBeChosen).map((subject) => ({
      title: `Look at ${subject.card ? 'model' : 'run'} ${subject.name}`,
      words: 'in Analytics',
      run: () => acts.lookAt(subject),
    })),
  ];
}

function runsCommands({ openRuns }: CommandActs): Command[] {
  return [
    {
      title: 'All runs',
      words: 'of this workspace: open, compare, rename, delete',
      run: () => openRuns('history'),
    },
    { title: 'The queue', words: 'runs that wait for their turn', run: () => openRuns('queue') },
  ];
}

function trainingCommands({ run, sources }: CommandFacts, { fillIn }: CommandActs): Command[] {
  // While a run is under way there is no form to fill in.
  if (run === 'under way') return [];
  return sources.flatMap((source) =>
    [...recipes].reverse().map((recipe) => ({
      title: `Train on ${source} with the ${recipe} recipe`,
      words: 'fills the settings in',
      run: () => fillIn(source, recipe),
    })),
  );
}

function preferenceCommands({ preferences }: CommandFacts, { prefer }: CommandActs): Command[] {
  return preferenceNames.flatMap((name) =>
    preferenceChoices[name].map((choice) => ({
      title: `${capitalised(name)}: ${choice}`,
      words: choice === preferences[name] ? 'as it is now' : '',
      run: () => prefer(withChoice(preferences, name, choice)),
    })),
  );
}
