import sharp from 'sharp';
import { expect, test } from 'vitest';
import { previewPng } from '../../src/vision/preview.js';
import { grainyJpeg, plainPicture } from './temporary-folder.js';

async function pixelsOf(png: Buffer) {
  const { data, info } = await sharp(png).raw().toBuffer({ resolveWithObject: true });
  return { width: info.width, height: info.height, first: [...data.subarray(0, 3)] };
}

test('a preview fits into its room, in colour, and tells what the picture is', async () => {
  const file = await plainPicture({ width: 400, height: 100, background: '#ff0000' })
    .withMetadata({ orientation: 6 })
    .tiff({ compression: 'lzw' })
    .toBuffer();
  const { png, ...facts } = await previewPng(file, { width: 50, height: 80 });
  expect(facts).toEqual({ width: 100, height: 400, format: 'tiff' });
  expect(await pixelsOf(png)).toEqual({ width: 20, height: 80, first: [255, 0, 0] });
});

test('a small picture does not grow', async () => {
  const file = await plainPicture({ width: 28, height: 28 }).png().toBuffer();
  const { png } = await previewPng(file, { width: 200, height: 200 });
  expect(await pixelsOf(png)).toMatchObject({ width: 28, height: 28 });
});

test('what is transparent shows white paper', async () => {
  const file = await plainPicture().ensureAlpha(0).png().toBuffer();
  const { png } = await previewPng(file, { width: 20, height: 20 });
  expect((await pixelsOf(png)).first).toEqual([255, 255, 255]);
});

test('a picture that cannot be decoded is a problem with its remedy', async () => {
  const jpeg = await grainyJpeg();
  const preview = previewPng(jpeg.subarray(0, jpeg.length / 2), { width: 20, height: 20 });
  await expect(preview).rejects.toMatchObject({ remedy: 'copy it again' });
});
