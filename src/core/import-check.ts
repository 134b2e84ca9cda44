import {
  type PixelReading,
  type PixelScale,
  type Polarity,
  readingWords,
} from './pixel-reading.js';

/** How well a network reads labelled samples in one way of giving them to it. */
export interface CheckedReading extends PixelReading {
  /** Share of right answers, 0..1. */
  accuracy: number;
  /** The digit of each of its outputs, where another order than 0 to 9 reads better. */
  classes?: number[];
}

/** What trying an imported network on labelled samples came to. */
export interface ImportCheck {
  source: string;
  /** Samples. */
  count: number;
  /** Every way that was tried, the usual one first. */
  readings: CheckedReading[];
}

/** What a person has said of how a network reads; what is left out is for the check to find. */
export interface SaidReading {
  scale?: PixelScale;
  polarity?: Polarity;
}

/** Below it no way of reading tells more than chance does. */
const tellingAccuracy = 0.3;
/** By as much another way has to read better than the usual one to be taken instead. */
const tellingGain = 0.02;

/**
 * The way that reads best among those that go with what was said. The first of them, which is the nearest to the usual,
 * stays where none reads clearly better.
 */
export function bestReading({ readings }: ImportCheck, said: SaidReading = {}): CheckedReading {
  const possible = readings.filter(
    ({ scale, polarity }) =>
      (said.scale ?? scale) === scale && (said.polarity ?? polarity) === polarity,
  );
  const [first] = possible;
  const best = possible.reduce((a, b) => (b.accuracy > a.accuracy ? b : a));
  const isTelling =
    best.accuracy >= tellingAccuracy && best.accuracy >= first.accuracy + tellingGain;
  return isTelling ? best : first;
}

/** What a model is tried on where nothing is said: enough to tell how it reads, and done in a moment. */
export const quickCheck = { source: 'mnist:test', most: 1000 };

/** Below it a model is no reader of digits that a person would want. */
export const goodAccuracy = 0.9;

/**
 * What a person has to know of how a model was imported, a sentence each.
 *
 * @param chosen the way that it was imported in
 */
export function importRemarks(check: ImportCheck, chosen: PixelReading): string[] {
  const [usual] = check.readings;
  const best = bestReading(check);
  const used = bestReading(check, chosen);
  const share = ({ accuracy }: CheckedReading) => `${(accuracy * 100).toFixed(1)} %`;
  const samples = `${check.count} samples of ${check.source}`;
  const isBetter = best.accuracy > used.accuracy;
  const isOther = used !== usual && used.accuracy > usual.accuracy;
  return [
    ...(isOther
      ? [
          `of ${samples} it reads ${share(usual)} ${readingWords(usual)} and ${share(used)} ${readingWords(used)}: it is imported ${readingWords(used)}`,
        ]
      : [`of ${samples} it reads ${share(used)} ${readingWords(used)}`]),
    ...(isBetter
      ? [`it reads ${share(best)} ${readingWords(best)}: import it ${flagsOf(best)} to have it so`]
      : []),
    ...(used.classes
      ? [`its outputs stand for ${used.classes.join(', ')}, and were put in order`]
      : []),
    ...(used.accuracy < goodAccuracy && !isBetter
      ? ['it reads badly in every way that was tried: look whether it was trained on single digits']
      : []),
  ];
}

/** The options of `digitscope import` for a reading. */
function flagsOf({ scale, polarity }: PixelReading): string {
  return `with ${polarity === 'dark-on-light' ? '--inverted' : '--no-inverted'} --scale ${scale}`;
}
