export interface FuzzyMatch {
  /** The higher, the better. */
  score: number;
  /** Which characters (code points) of the text the query's letters are, rising. */
  at: readonly number[];
}

// Of two ways to find the letters, the one in which a person would have abbreviated wins: first letters of words, and
// letters that stand together.
const letterScore = 1;
const wordStartScore = 8;
const runScore = 6;

/** The letters found so far, the last of them at `index`. */
interface Chain {
  score: number;
  index: number;
  before: Chain | undefined;
}

/**
 * Finds the letters of `query` in `text` in their order, whatever stands between them; spaces and capitals do not
 * count. Of all ways to find them it takes the best; undefined where there is none.
 */
export function fuzzyMatch(query: string, text: string): FuzzyMatch | undefined {
  const letters = characters(query).filter((letter) => letter.trim() !== '');
  const all = characters(text);
  let chains: (Chain | undefined)[] = [{ score: 0, index: -1, before: undefined }];
  for (const letter of letters) chains = extend(chains, letter, all);
  const best = bestOf(chains);
  return best && { score: best.score, at: indices(best) };
}

/** Every chain that ends with this letter, the best for each place of it. */
function extend(
  chains: readonly (Chain | undefined)[],
  letter: string,
  text: readonly string[],
): (Chain | undefined)[] {
  return text.map((character, index) => {
    if (character !== letter) return undefined;
    const earlier = chains.filter((chain) => chain !== undefined && chain.index < index);
    const before = bestOf(earlier, index);
    if (!before) return undefined;
    const score = letterScore + (startsWord(text, index) ? wordStartScore : 0);
    return { score: before.score + runBonus(before, index) + score, index, before };
  });
}

/** @param next where the letter that follows stands: a chain that it continues without a gap counts for more */
function bestOf(chains: readonly (Chain | undefined)[], next = -1): Chain | undefined {
  let best: Chain | undefined;
  const worth = (chain: Chain) => chain.score + runBonus(chain, next);
  for (const chain of chains) {
    if (chain && (!best || worth(chain) > worth(best))) best = chain;
  }
  return best;
}

function runBonus({ index, before }: Chain, next: number): number {
  return before && index === next - 1 ? runScore : 0;
}

function startsWord(text: readonly string[], index: number): boolean {
  return index === 0 || !/[\p{Letter}\p{Number}]/u.test(text[index - 1]);
}

function indices(chain: Chain): number[] {
  return chain.before ? [...indices(chain.before), chain.index] : [];
}

function characters(text: string): string[] {
  return [...text].map((character) => character.toLowerCase());
}
