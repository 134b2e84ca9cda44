import sharp from 'sharp';
import { expect, it } from 'vitest';
import { samplePng } from '../../src/report/svg/sample-png.js';

it('makes a PNG that others read, pixel for pixel', async () => {
  const pixels = Uint8Array.from({ length: 784 }, (_, index) => (index * 7) % 256);
  const { data, info } = await sharp(samplePng(pixels))
    .toColourspace('b-w')
    .raw()
    .toBuffer({ resolveWithObject: true });
  expect(info).toMatchObject({ width: 28, height: 28, channels: 1 });
  expect([...data]).toEqual([...pixels]);
});
