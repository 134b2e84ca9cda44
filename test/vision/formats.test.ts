import { readFile, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import { expect, test } from 'vitest';
import { collectPictures } from '../../src/vision/collect-pictures.js';
import { decodeGrey } from '../../src/vision/decode.js';
import { normalise } from '../../src/vision/normalise.js';
import { findDigits } from '../../src/vision/number/find-digits.js';
import { plainPicture, sevenPng, temporaryFolder, writeFiles } from './temporary-folder.js';

test('a bomb of 100 megapixels is refused by its header, before it takes memory', async () => {
  const bomb = await plainPicture({ width: 10_000, height: 10_000 }).png().toBuffer();
  const before = process.memoryUsage().rss;
  await expect(decodeGrey(bomb)).rejects.toThrow(/10000x10000, over the limit of 50 megapixels/);
  expect(process.memoryUsage().rss - before).toBeLessThan(100 * 2 ** 20);
});

test('an animation is read by its first frame', async () => {
  const seven = await sevenPng();
  const white = await sharp(seven).linear(0, 255).png().toBuffer();
  const gif = await sharp([seven, white], { join: { animated: true } })
    .gif()
    .toBuffer();
  const picture = await decodeGrey(gif);
  expect([picture.width, picture.height]).toEqual([60, 80]);
  expect(normalise(picture).blank).toBe(false);
});

test('an SVG is read as it is drawn', async () => {
  const stroke = '<path d="M14 14 H46 L26 68" fill="none" stroke="black" stroke-width="7"/>';
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="60" height="80">${stroke}</svg>`;
  const { blank, polarity } = normalise(await decodeGrey(Buffer.from(svg)));
  expect(blank).toBe(false);
  expect(polarity).toBe('dark on light');
});

test.each([
  ['one pixel', 1, 1],
  ['all white', 300, 300],
  ['a line of pixels', 500, 1],
])('%s is blank and holds no digits', async (_, width, height) => {
  const picture = await decodeGrey(await plainPicture({ width, height }).png().toBuffer());
  expect(normalise(picture).blank).toBe(true);
  expect(findDigits(picture)).toBeUndefined();
});

test('a name that lies about the format does not matter', async () => {
  const folder = await temporaryFolder();
  const file = join(folder, 'seven.jpg');
  await writeFile(
    file,
    await sharp(await sevenPng())
      .webp({ lossless: true })
      .toBuffer(),
  );
  expect((await decodeGrey(file)).source.format).toBe('webp');
});

test('a phone folder tells of the photos that cannot be read', async () => {
  const folder = await temporaryFolder();
  await writeFiles(folder, { 'IMG_1.HEIC': heicHeader(), 'seven.png': await sevenPng() });
  const { files } = await collectPictures([folder]);
  expect(files).toEqual([join(folder, 'IMG_1.HEIC'), join(folder, 'seven.png')]);
  await expect(decodeGrey(files[0])).rejects.toThrow(/^IMG_1\.HEIC is /);
});

test('a link that leads to itself is one line, not an endless way', async () => {
  const folder = await temporaryFolder();
  await symlink('loop.png', join(folder, 'loop.png'));
  await symlink('.', join(folder, 'self'));
  await writeFiles(folder, { 'seven.png': await sevenPng() });
  const { files, problems } = await collectPictures([folder]);
  expect(files).toEqual([join(folder, 'seven.png')]);
  expect(problems[0].error).toMatch(/link that leads back to itself/);
});

test('what sharp cannot read is refused with the formats that it can', async () => {
  const bitmap = Buffer.concat([Buffer.from('BM'), Buffer.alloc(60)]);
  await expect(decodeGrey(bitmap)).rejects.toThrow(
    /its first bytes are of no known picture format|is not a picture/,
  );
});

test('half of a picture is refused', async () => {
  const folder = await temporaryFolder();
  const file = join(folder, 'half.jpg');
  const noise = { type: 'gaussian', mean: 128, sigma: 30 } as const;
  await sharp({ create: { width: 300, height: 300, channels: 3, background: 'white', noise } })
    .jpeg()
    .toFile(file);
  const bytes = await readFile(file);
  await writeFile(file, bytes.subarray(0, bytes.length / 2));
  await expect(decodeGrey(file)).rejects.toThrow('half.jpg is truncated or damaged');
});

/** The box that says what a HEIC file is, and nothing after it. */
function heicHeader(): Buffer {
  const box = Buffer.alloc(24);
  box.writeUInt32BE(24, 0);
  box.write('ftypheic', 4, 'latin1');
  box.write('mif1heic', 16, 'latin1');
  return box;
}
