import { join } from 'node:path';
import sharp from 'sharp';
import { expect, test } from 'vitest';
import { loadDataset } from '../../../src/dataset/load-dataset.js';
import { sevenPng, temporaryFolder, writeFiles } from '../../vision/temporary-folder.js';

/** A 0 of MNIST that is 14 pixels long: recognition would make it larger. */
const smallZero = 59_653;

async function mnistFolder(indices: readonly number[]): Promise<string> {
  const { images } = await loadDataset('mnist');
  const folder = await temporaryFolder();
  for (const index of indices) {
    const pixels = Buffer.from(images.subarray(index * 784, (index + 1) * 784));
    const png = await sharp(pixels, { raw: { width: 28, height: 28, channels: 1 } })
      .toColourspace('b-w')
      .png()
      .toBuffer();
    await writeFiles(folder, { [`0/${index}.png`]: png });
  }
  return folder;
}

const others = Array.from({ length: 120 }, (_, index) => index);

test('an odd digit of a set of the form of MNIST stays as it is', async () => {
  const mnist = await loadDataset('mnist');
  const folder = await mnistFolder([...others, smallZero]);
  const { images, files, forms } = await loadDataset(folder);
  const place = files?.indexOf(join(folder, '0', `${smallZero}.png`)) ?? -1;
  expect(Buffer.from(images.subarray(place * 784, (place + 1) * 784))).toEqual(
    Buffer.from(mnist.images.subarray(smallZero * 784, (smallZero + 1) * 784)),
  );
  expect(forms).toEqual({ straight: 121, normalised: 0, darkOnLight: 0 });
});

test.each([
  [
    'a photo is among them',
    async (folder: string) => writeFiles(folder, { '7/a.png': await sevenPng() }),
    others,
  ],
  ['many of them are odd', async () => {}, others.slice(0, 20)],
])('it is read as recognition does where %s', async (_, change, indices) => {
  const folder = await mnistFolder([...indices, smallZero]);
  await change(folder);
  const { forms } = await loadDataset(folder);
  expect(forms.straight).toBe(indices.length);
  expect(forms.normalised).toBeGreaterThan(0);
});
