// Makes data/digits_jpeg, examples/sample_digits and examples/guidelines from MNIST, the same files every time.
// Reads MNIST with the program's own code.
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import '../test/support/typescript.mjs';
import { makeGuidelines } from './draw-guidelines.mjs';
import { drawSheet, fromGrey } from './draw-sheet.mjs';

const { createRandom, shuffle } = await import('../src/core/random.js');
const { loadDataset } = await import('../src/dataset/load-dataset.js');

const root = fileURLToPath(new URL('..', import.meta.url));
const perClass = 100;

/** Pictures to try: what they show, and how it is drawn. */
const examples = [
  { digit: 0, form: 'small' },
  { digit: 3, form: 'small' },
  { digit: 5, form: 'small' },
  { digit: 8, form: 'small' },
  { digit: 2, form: 'paper' },
  { digit: 4, form: 'paper' },
  { digit: 7, form: 'paper' },
  { digit: 9, form: 'paper' },
  { digit: 1, form: 'page' },
  { digit: 3, form: 'page' },
  { digit: 6, form: 'page' },
  { digit: 8, form: 'page' },
];

/** A function for each form: draws a digit of 28x28 bytes and gives the bytes of a file. */
const forms = {
  small: { extension: 'png', draw: (pixels) => fromGrey(pixels, 28).png().toBuffer() },
  paper: { extension: 'png', draw: drawOnPaper },
  page: { extension: 'jpg', draw: drawOnPage },
};

await makeDataset(join(root, 'data', 'digits_jpeg'));
await makeExamples(join(root, 'examples', 'sample_digits'));
const testDigits = drawer(await loadDataset('mnist:test'), createRandom(11));
await makeGuidelines(join(root, 'examples', 'guidelines'), testDigits, createRandom(12));

async function makeDataset(folder) {
  await rm(folder, { recursive: true, force: true });
  const draw = drawer(await loadDataset('mnist'), createRandom(42));
  for (let digit = 0; digit < 10; digit++) {
    const classFolder = join(folder, String(digit));
    await mkdir(classFolder, { recursive: true });
    for (let sample = 0; sample < perClass; sample++) {
      const jpeg = await fromGrey(draw(digit), 28).jpeg({ quality: 92 }).toBuffer();
      await writeFile(join(classFolder, `${String(sample).padStart(4, '0')}.jpg`), jpeg);
    }
  }
}

async function makeExamples(folder) {
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  const random = createRandom(7);
  const draw = drawer(await loadDataset('mnist:test'), random);
  for (const { digit, form } of examples) {
    const { extension, draw: drawForm } = forms[form];
    const file = join(folder, `${digit}-${form}.${extension}`);
    await writeFile(file, await drawForm(draw(digit), random));
  }
}

/** Gives another image of a digit at each call. */
function drawer({ images, labels }, random) {
  const order = shuffle(Uint32Array.from(labels.keys()), random);
  const waiting = Array.from({ length: 10 }, (_, digit) =>
    [...order].filter((index) => labels[index] === digit),
  );
  return (digit) => {
    const index = waiting[digit].pop();
    return images.subarray(index * 784, index * 784 + 784);
  };
}

/** A pencil on off-white paper, with a little shade and grain. */
async function drawOnPaper(pixels, random) {
  const sheet = {
    width: 280,
    height: 280,
    paper: 236,
    shade: 26,
    grain: 3,
    ink: 58,
    digits: [{ pixels, left: 20, top: 24, side: 236 }],
  };
  return fromGrey(await drawSheet(sheet, random), 280)
    .png({ palette: true, colours: 32, dither: 0, effort: 10 })
    .toBuffer();
}

/** A pen far from the middle of a page, under a light from one side. */
async function drawOnPage(pixels, random) {
  const side = 150 + random.below(90);
  const sheet = {
    width: 640,
    height: 480,
    paper: 222,
    shade: 70,
    grain: 4,
    ink: 40,
    digits: [
      { pixels, left: 30 + random.below(570 - side), top: 20 + random.below(430 - side), side },
    ],
  };
  return fromGrey(await drawSheet(sheet, random), 640, 480)
    .toColourspace('srgb')
    .jpeg({ quality: 80 })
    .toBuffer();
}
