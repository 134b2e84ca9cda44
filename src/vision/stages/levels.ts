import type { Stage } from './stage.js';

/**
 * Stretches the greys: ink becomes white whatever the pen, what is left of the paper black, and
 * the soft edge between them stays soft.
 */
export const levelsStage: Stage = {
  name: 'levels',
  apply(work) {
    const ink = work.image.pixels.filter((_, index) => work.mask[index] === 1).sort();
    const white = ink[Math.floor(ink.length / 2)];
    // The faintest ink is at the threshold, and paper about as far below it as full ink above.
    const black = Math.min(white / 2, Math.max(0, 2 * ink[0] - white));
    const stretched = Uint8Array.from({ length: 256 }, (_, value) =>
      Math.round(255 * Math.min(1, Math.max(0, (value - black) / (white - black)))),
    );
    const pixels = new Uint8Array(work.image.pixels.length);
    for (let index = 0; index < pixels.length; index++) {
      pixels[index] = stretched[work.image.pixels[index]];
    }
    return { work: { ...work, image: { ...work.image, pixels } }, words: `ink is ${white} of 255` };
  },
};
