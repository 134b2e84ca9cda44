import type { Stage } from './stage.js';

/**
 * Stretches the greys: ink becomes white whatever the pen, what is left of the paper black, and
 * the soft edge between them stays soft.
 */
export const levelsStage: Stage = {
  name: 'levels',
  apply(work) {
    const { image, mask } = work;
    const { faintest, middle: white } = inkGreys(image.pixels, mask);
    // The faintest ink is at the threshold, and paper about as far below it as full ink above.
    const black = Math.min(white / 2, Math.max(0, 2 * faintest - white));
    const stretched = Uint8Array.from({ length: 256 }, (_, value) =>
      Math.round(255 * Math.min(1, Math.max(0, (value - black) / (white - black)))),
    );
    const pixels = new Uint8Array(image.pixels.length);
    for (let index = 0; index < pixels.length; index++) {
      pixels[index] = stretched[image.pixels[index]];
    }
    return { work: { ...work, image: { ...work.image, pixels } }, words: `ink is ${white} of 255` };
  },
};

/** The smallest value where there is ink, and the one that half of the ink is below. */
function inkGreys(pixels: Uint8Array, mask: Uint8Array): { faintest: number; middle: number } {
  const histogram = new Uint32Array(256);
  let count = 0;
  for (let index = 0; index < pixels.length; index++) {
    if (mask[index] === 0) continue;
    histogram[pixels[index]]++;
    count++;
  }
  const half = Math.floor(count / 2);
  let middle = 0;
  for (let below = histogram[0]; below <= half; below += histogram[middle]) middle++;
  return { faintest: histogram.findIndex((times) => times > 0), middle };
}
