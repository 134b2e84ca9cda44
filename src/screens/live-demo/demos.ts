import type { LiveMode } from '../../state/live/live-demo-store.js';
import type { Action } from '../../ui/keys/key-table.js';

/** A demonstration as the list offers it. */
export interface Demo {
  mode: Exclude<LiveMode, 'menu'>;
  /** The action of its letter. */
  action: Action;
  letter: string;
  title: string;
  /** What the room will see. */
  words: string;
  needs: 'model' | 'nothing';
}

/** In the order of the list, which stays: letters are learnt. */
export const demos = [
  {
    mode: 'quick',
    action: 'show-quick',
    letter: 's',
    title: 'Quick demo',
    words: 'sample digits, or a folder of yours, read one after the other',
    needs: 'model',
  },
  {
    mode: 'pad',
    action: 'show-pad',
    letter: 'd',
    title: 'Drawing pad',
    words: 'draw a digit with the mouse or the keys, and see it read as it grows',
    needs: 'model',
  },
  {
    mode: 'watch',
    action: 'show-watch',
    letter: 'w',
    title: 'Watch a folder',
    words: 'pictures are read as they come; people may send their own',
    needs: 'model',
  },
  {
    mode: 'quiz',
    action: 'show-quiz',
    letter: 'g',
    title: 'Guess before the machine',
    words: 'ten digits, half of them hard: first the room, then the machine',
    needs: 'model',
  },
  {
    mode: 'batch',
    action: 'show-batch',
    letter: 'b',
    title: 'Batch analysis',
    words: 'a whole folder: totals, what needs a look, a file of the answers',
    needs: 'model',
  },
  {
    mode: 'training',
    action: 'show-training',
    letter: 't',
    title: 'Train before the room',
    words: 'from nothing, in a minute; what the room draws is read after each epoch',
    needs: 'nothing',
  },
  {
    mode: 'guide',
    action: 'show-guide',
    letter: 'r',
    title: 'Readable pictures',
    words: 'what makes a picture hard: good and bad ones, read there and then',
    needs: 'model',
  },
  {
    mode: 'model',
    action: 'show-model',
    letter: 'm',
    title: 'The model',
    words: 'what it is, how well it reads, how to make it again; or another one',
    needs: 'nothing',
  },
] as const satisfies readonly Demo[];

export interface DemoNeeds {
  /** Undefined while it is not known. */
  hasModel: boolean | undefined;
}

/** Why a demonstration cannot be shown now; undefined where it can. */
export function whyNot({ needs }: Demo, { hasModel }: DemoNeeds): string | undefined {
  return needs === 'model' && hasModel === false ? 'needs a model: train one first (2)' : undefined;
}
