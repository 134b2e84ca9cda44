import type { RunState } from '../../../core/run/reducer.js';
import {
  type NumberSetting,
  parseSetting,
  type RecipeName,
  settingRanges,
} from '../../../core/settings.js';
import { decimal } from '../../../ui/format.js';

/** A setting that can be changed while a run is under way. */
export interface Changeable {
  title: string;
  now: number;
  /** What is typed as a value, or what is wrong with it. */
  check: (typed: string) => { value: number } | { error: string };
  /** The value that an arrow key makes of another. */
  step: (value: number, direction: 'up' | 'down') => number;
  stepWords: Record<'up' | 'down', string>;
  /** What follows from a value. */
  consequence: (value: number) => string;
}

export function learningRateOf(run: RunState): Changeable {
  const now = run.learningRate;
  const recipe = run.request?.settings.recipe;
  return {
    title: 'Learning rate',
    now,
    check: (typed) => checked('learningRate', typed, { now, lowest: 0 }),
    step: (value, direction) => within('learningRate', direction === 'up' ? value * 2 : value / 2),
    stepWords: { up: 'doubles it', down: 'halves it' },
    consequence: (value) =>
      recipe === undefined || recipe === 'classic'
        ? 'From the next step on; five epochs without gain still halve it.'
        : `From the next step on; the rest of the cycle is ${decimal(value / now, 3)} times what it was.`,
  };
}

export function epochsOf(run: RunState): Changeable {
  const now = run.request?.settings.epochs ?? 0;
  // Those that have begun cannot be taken back.
  const lowest = Math.max(1, run.epoch);
  return {
    title: 'Epochs of the whole run',
    now,
    check: (typed) => checked('epochs', typed, { now, lowest }),
    step: (value, direction) =>
      Math.max(lowest, within('epochs', value + (direction === 'up' ? 1 : -1))),
    stepWords: { up: 'one more', down: 'one fewer' },
    consequence: (value) => epochsConsequence(value, run.epoch, run.request?.settings.recipe),
  };
}

function epochsConsequence(value: number, begun: number, recipe: RecipeName | undefined): string {
  if (value <= begun) return 'The epoch under way is the last one.';
  return recipe === undefined || recipe === 'classic'
    ? 'Early stopping may still end it before.'
    : 'The rest of the learning rate cycle is fitted to it.';
}

function checked(
  name: NumberSetting,
  typed: string,
  { now, lowest }: { now: number; lowest: number },
): { value: number } | { error: string } {
  const parsed = parseSetting(name, typed);
  if ('error' in parsed) return parsed;
  if (parsed.value < lowest) return { error: `${lowest} have begun: not fewer` };
  return parsed.value === now ? { error: 'it is that now' } : parsed;
}

/** Rounded where doubling and halving would leave a long tail. */
function within(name: NumberSetting, value: number): number {
  const { lowest, highest } = settingRanges[name];
  return Math.min(highest, Math.max(lowest, Number(value.toPrecision(6))));
}
