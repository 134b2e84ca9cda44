import { chmod, mkdir, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import { expect, test } from 'vitest';
import { Problem } from '../../src/core/problem.js';
import { decodeGrey, defaultLimits } from '../../src/vision/decode.js';
import { grainyJpeg, plainPicture, temporaryFolder, writeFiles } from './temporary-folder.js';

/** Two pixels, red on the left, blue on the right. */
function twoColours() {
  const pixels = Buffer.from([255, 0, 0, 0, 0, 255]);
  return sharp(pixels, { raw: { width: 2, height: 1, channels: 3 } });
}

test('colours become grey by how bright they look', async () => {
  const picture = await decodeGrey(await twoColours().png().toBuffer());
  expect(picture).toMatchObject({ width: 2, height: 1 });
  expect([...picture.pixels]).toEqual([76, 29]);
  expect(picture.source).toEqual({ width: 2, height: 1, format: 'png' });
});

test('a picture is turned upright by its EXIF note', async () => {
  const file = await twoColours().withMetadata({ orientation: 6 }).png().toBuffer();
  const picture = await decodeGrey(file);
  expect(picture).toMatchObject({ width: 1, height: 2, source: { width: 1, height: 2 } });
  expect([...picture.pixels]).toEqual([76, 29]);
});

test('what is transparent shows white paper', async () => {
  const pixels = Buffer.from([0, 0, 0, 0, 0, 0, 0, 255, 0, 0, 0, 128]);
  const file = sharp(pixels, { raw: { width: 3, height: 1, channels: 4 } });
  expect([...(await decodeGrey(await file.png().toBuffer())).pixels]).toEqual([255, 0, 127]);
});

test.each(['jpeg', 'png', 'webp', 'gif', 'tiff'] as const)('%s is read', async (format) => {
  const file = await plainPicture({ background: '#808080' }).toFormat(format).toBuffer();
  const picture = await decodeGrey(file);
  expect(picture.source).toEqual({ width: 60, height: 40, format });
  expect(Math.abs(picture.pixels[0] - 128)).toBeLessThan(3);
});

test('16 bits a channel become 8', async () => {
  const file = await plainPicture({ background: '#808080' })
    .toColourspace('rgb16')
    .png()
    .toBuffer();
  expect((await decodeGrey(file)).pixels[0]).toBe(128);
});

test('a large picture is made smaller, its size told', async () => {
  const file = await plainPicture({ width: 1200, height: 600 }).jpeg().toBuffer();
  const picture = await decodeGrey(file);
  expect(picture).toMatchObject({ width: 512, height: 256, source: { width: 1200, height: 600 } });
  expect(picture.pixels.length).toBe(512 * 256);
});

test('a file is known by its bytes, whatever its name', async () => {
  const folder = await temporaryFolder();
  await writeFiles(folder, { 'a.jpg': await plainPicture().webp().toBuffer() });
  expect((await decodeGrey(join(folder, 'a.jpg'))).source.format).toBe('webp');
});

test('every file that is not a readable picture is refused in one line with a remedy', async () => {
  const folder = await temporaryFolder();
  const jpeg = await grainyJpeg();
  const png = await plainPicture().png().toBuffer();
  await writeFiles(folder, {
    'empty.png': '',
    'text.png': 'Grüße, this is a note\n'.repeat(9),
    'random.jpg': Buffer.from([1, 2, 3, 0, 255, 254, 7, 8, 9]),
    'half.jpg': jpeg.subarray(0, jpeg.length / 2),
    'half.png': png.subarray(0, png.length / 2),
    'head.jpg': jpeg.subarray(0, 40),
    'huge.png': await plainPicture({ width: 12_000, height: 9000 }).png().toBuffer(),
    'two\nlines.png': '',
  });
  await mkdir(join(folder, 'folder.png'));
  await symlink(join(folder, 'loop.png'), join(folder, 'loop.png'));
  const lines = {
    'empty.png': 'empty.png is empty (0 bytes): copy it again or leave it out',
    'text.png':
      'text.png is not a picture (its first bytes are text): use a JPEG, PNG, WebP, GIF, TIFF or BMP file',
    'random.jpg':
      'random.jpg is not a picture (its first bytes are of no known picture format): use a JPEG, PNG, WebP, GIF, TIFF or BMP file',
    'half.jpg': 'half.jpg is truncated or damaged: copy it again',
    'half.png': 'half.png is truncated or damaged: copy it again',
    'head.jpg': 'head.jpg is truncated or damaged: copy it again',
    'huge.png': 'huge.png is 12000x9000, over the limit of 50 megapixels: make it smaller first',
    'two\nlines.png': 'two?lines.png is empty (0 bytes): copy it again or leave it out',
    'missing.png': 'missing.png is not there: check the path',
    'folder.png': 'folder.png is a folder, not a picture: name a picture file',
    'loop.png': 'loop.png is a link that leads back to itself: remove the link',
  };
  const found: Record<string, string> = {};
  for (const name of Object.keys(lines)) {
    const error = await decodeGrey(join(folder, name)).catch((thrown: unknown) => thrown);
    found[name] = error instanceof Problem ? error.line : `no Problem: ${error}`;
  }
  expect(found).toEqual(lines);
});

test('bytes without a name are refused as well', async () => {
  await expect(decodeGrey(Buffer.from('no picture'))).rejects.toThrow(/^the picture is not/);
});

test('a file over the limit of bytes is refused before it is read', async () => {
  const folder = await temporaryFolder();
  await writeFiles(folder, { 'a.png': Buffer.alloc(2 * 2 ** 20) });
  const limits = { ...defaultLimits, bytes: 2 ** 20 };
  await expect(decodeGrey(join(folder, 'a.png'), { limits })).rejects.toThrow(
    'a.png has 2 MB, over the limit of 1 MB',
  );
});

test.skipIf(process.getuid?.() === 0)('a file that may not be read says so', async () => {
  const folder = await temporaryFolder();
  await writeFiles(folder, { 'a.png': await plainPicture().png().toBuffer() });
  await chmod(join(folder, 'a.png'), 0);
  await expect(decodeGrey(join(folder, 'a.png'))).rejects.toThrow('a.png may not be read');
});
