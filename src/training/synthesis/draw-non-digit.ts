import type { Random } from '../../core/random.js';
import type { Batch } from '../../engine/engine.js';
import type { Glyph } from './glyph.js';
import { letters } from './letters.js';
import { drawLyingDigit, drawSeveralDigits } from './misplaced-digits.js';
import { drawSpot, drawTexture } from './patches.js';
import { hatching, scribble, unknownSign } from './scribbles.js';
import { signs } from './signs.js';
import { writeGlyph } from './write-glyph.js';

/** What shows no digit, and how often; the shares sum to 1. */
const kinds: readonly {
  share: number;
  draw: (target: Uint8Array, samples: Batch, random: Random) => void;
}[] = [
  { share: 0.4, draw: written((random) => letters[random.below(letters.length)]) },
  { share: 0.24, draw: written((random) => signs[random.below(signs.length)]) },
  { share: 0.06, draw: written(unknownSign) },
  { share: 0.05, draw: written(scribble) },
  { share: 0.04, draw: written(hatching) },
  { share: 0.06, draw: (target, _, random) => drawSpot(target, random) },
  { share: 0.03, draw: (target, _, random) => drawTexture(target, random) },
  { share: 0.06, draw: drawLyingDigit },
  { share: 0.06, draw: drawSeveralDigits },
];

/**
 * Draws something that is not a digit, in the form in which pictures come to the network.
 *
 * @param target 784 bytes, overwritten
 * @param samples digits, some of which are taken apart for it
 */
export function drawNonDigit(target: Uint8Array, samples: Batch, random: Random): void {
  let chance = random.uniform();
  const kind = kinds.find(({ share }) => {
    chance -= share;
    return chance < 0;
  });
  (kind ?? kinds[0]).draw(target, samples, random);
}

function written(glyphOf: (random: Random) => Glyph) {
  return (target: Uint8Array, _: Batch, random: Random) =>
    writeGlyph(glyphOf(random), target, random);
}
