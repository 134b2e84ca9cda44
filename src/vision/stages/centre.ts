import { massCentre } from '../mass-centre.js';
import type { Stage } from './stage.js';

const side = 28;

/** Puts the digit into 28x28, its centre of mass in the middle, as MNIST has it. */
export const centreStage: Stage = {
  name: 'centre',
  apply(work) {
    const { image } = work;
    const mass = massCentre(image);
    const left = place(mass.x, image.width);
    const top = place(mass.y, image.height);
    const pixels = new Uint8Array(side * side);
    for (let y = 0; y < image.height; y++) {
      const row = image.pixels.subarray(y * image.width, (y + 1) * image.width);
      pixels.set(row, (top + y) * side + left);
    }
    const mask = pixels.map((value) => (value > 127 ? 1 : 0));
    return {
      work: { ...work, image: { width: side, height: side, pixels }, mask },
      words: 'centred by its mass in 28x28',
    };
  },
};

/** Where the image starts so that its mass is at 14, as near as it fits in. */
function place(mass: number, length: number): number {
  return Math.min(side - length, Math.max(0, Math.round(side / 2 - mass)));
}
