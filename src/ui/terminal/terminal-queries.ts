import type { Answer, Color } from './answers.js';
import type { Capabilities } from './capabilities.js';
import { findGraphicsWithoutKitty, isMultiplexed, isPlainTerminal } from './graphics-detection.js';

export interface TerminalQueriesOptions {
  env: NodeJS.ProcessEnv;
  /** What the environment tells. */
  capabilities: Capabilities;
  write: (text: string) => void;
  /** Called once at most, with what the terminal has told. */
  onLearned: (learned: Partial<Capabilities>) => void;
}

type Answers = { [Kind in Answer['kind']]?: Extract<Answer, { kind: Kind }> };

// A terminal at the far end of a slow line has answered by then; some never do.
const answerLimit = 1000;

const queries = {
  background: '\u001b]11;?\u001b\\',
  cellSize: '\u001b[16t',
  // One pixel that is not kept (https://sw.kovidgoyal.net/kitty/graphics-protocol/, Querying support).
  kittyGraphics: '\u001b_Gi=31,s=1,v=1,a=q,t=d,f=24;AAAA\u001b\\',
  attributes: '\u001b[c',
};

/**
 * Asks the terminal what its environment does not tell. Nothing waits for the answers; those that come late are left
 * aside.
 */
export class TerminalQueries {
  readonly #options: TerminalQueriesOptions;
  readonly #asksKitty: boolean;
  #answers: Answers = {};
  #timer: NodeJS.Timeout | undefined;
  #state: 'not asked' | 'waiting' | 'done' = 'not asked';
  #onDone: () => void = () => {};

  constructor(options: TerminalQueriesOptions) {
    this.#options = options;
    const { env } = options;
    // A multiplexer takes the question for a title, and Apple's Terminal shows it.
    this.#asksKitty = !isMultiplexed(env) && env.TERM_PROGRAM !== 'Apple_Terminal';
  }

  /** Asks, the first time it is called. */
  ask(): void {
    if (this.#state !== 'not asked') return;
    this.#state = isPlainTerminal(this.#options.env) ? 'done' : 'waiting';
    if (this.#state === 'done') return;
    const { background, cellSize, kittyGraphics, attributes } = queries;
    const kitty = this.#asksKitty ? kittyGraphics : '';
    this.#options.write(background + cellSize + kitty + attributes);
    this.#timer = setTimeout(() => this.#finish(), answerLimit).unref();
  }

  take(answer: Answer): void {
    if (this.#state !== 'waiting') return;
    Object.assign(this.#answers, { [answer.kind]: answer });
    if (answer.kind === 'attributes') this.#finish();
  }

  /** Resolves when no answer is awaited, or after `limit` milliseconds: what comes later is read by the shell. */
  settle(limit: number): Promise<void> {
    if (this.#state !== 'waiting') return Promise.resolve();
    return new Promise((resolve) => {
      this.#onDone = resolve;
      setTimeout(resolve, limit);
    });
  }

  #finish(): void {
    clearTimeout(this.#timer);
    this.#state = 'done';
    const learned = this.#learned();
    if (Object.keys(learned).length > 0) this.#options.onLearned(learned);
    this.#onDone();
  }

  #learned(): Partial<Capabilities> {
    const { background, 'cell size': cell } = this.#answers;
    return {
      ...(background && { background: isLight(background.color) ? 'light' : 'dark' }),
      ...(cell && { cellShape: cell.height / cell.width }),
      ...this.#learnedGraphics(),
    };
  }

  #learnedGraphics(): Pick<Capabilities, 'graphics'> | undefined {
    if (this.#answers['kitty graphics']?.state === 'usable') return { graphics: 'kitty' };
    const isRefused = this.#asksKitty && this.#answers.attributes !== undefined;
    const { env, capabilities } = this.#options;
    // A terminal that was started from kitty has its variables.
    return isRefused && capabilities.graphics === 'kitty'
      ? { graphics: findGraphicsWithoutKitty(env, capabilities).graphics }
      : undefined;
  }
}

/**
 * Whether black is easier to read on it than white: by relative luminance, where both have the same contrast at 0.179
 * (https://www.w3.org/TR/WCAG22/#dfn-relative-luminance).
 */
export function isLight([red, green, blue]: Color): boolean {
  const luminance = 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
  return luminance > Math.sqrt(1.05 * 0.05) - 0.05;
}

function linear(value: number): number {
  return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
}
