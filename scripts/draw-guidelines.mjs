// Draws the pictures of the guidelines: for each page one that is easy to read, and one with what makes it hard.
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import '../test/support/typescript.mjs';
import { drawSheet, fromGrey } from './draw-sheet.mjs';

const { guidePages, guidePicture } = await import('../src/state/live/guide-pages.js');

const side = 240;
const paper = { width: side, height: side, paper: 232, shade: 12, grain: 3, ink: 52 };
const usual = { left: 40, top: 36, side: 168 };

/** For each page what is wrong with its bad picture: a sheet, and what the camera makes of it. */
const faults = {
  whole: { digits: ([pixels]) => [{ pixels, left: -96, top: -92, side: 250 }] },
  large: { digits: ([pixels]) => [{ pixels, left: 150, top: 60, side: 9 }] },
  one: {
    digits: ([pixels, second, third]) => [
      { pixels, left: 16, top: 66, side: 100 },
      { pixels: second, left: 72, top: 64, side: 104 },
      { pixels: third, left: 124, top: 68, side: 100 },
    ],
  },
  plain: { lines: { every: 30, thick: 5 } },
  sharp: { blur: 15 },
  light: { light: glareAndShadow },
  dark: { sheet: { ink: 217, grain: 24 } },
};

/** @param draw gives another image of a digit at each call */
export async function makeGuidelines(folder, draw, random) {
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  for (const page of guidePages) {
    const images = [draw(page.digit), draw(7), draw(4)];
    const good = { digits: [{ pixels: images[0], ...usual }] };
    const { sheet, digits = () => good.digits, ...camera } = faults[page.name];
    const bad = { ...sheet, ...camera, digits: digits(images) };
    await writeFile(join(folder, guidePicture(page, 'good')), await picture(good, random));
    await writeFile(join(folder, guidePicture(page, 'bad')), await picture(bad, random));
  }
}

async function picture({ blur, lines, ...sheet }, random) {
  const grey = await drawSheet({ ...paper, ...sheet }, random);
  if (lines) rule(grey, lines);
  const image = fromGrey(grey, side);
  return (blur ? image.blur(blur) : image).jpeg({ quality: 86 }).toBuffer();
}

/** Squared paper, as dark as the ink. */
function rule(grey, { every, thick }) {
  for (let y = 0; y < side; y++) {
    for (let x = 0; x < side; x++) {
      if (x % every < thick || y % every < thick)
        grey[y * side + x] = Math.min(grey[y * side + x], 70);
    }
  }
}

/** A shadow with a hard edge across the digit, and the lamp's own image in the ink. */
function glareAndShadow(x, y) {
  if (x + 0.4 * y < 0.62 * side) return 0.34;
  const distance = Math.hypot(x - 0.64 * side, y - 0.38 * side) / side;
  return 1 + 6 * Math.min(1, Math.max(0, (0.26 - distance) / 0.06));
}
