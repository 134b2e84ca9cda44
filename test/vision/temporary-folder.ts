import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import sharp from 'sharp';
import { onTestFinished } from 'vitest';

/** A folder that is gone after the test. */
export async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'digitscope-test-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

/** Writes files by their path below a folder; gives the folder back. */
export async function writeFiles(
  folder: string,
  files: Record<string, Buffer | string>,
): Promise<string> {
  for (const [path, content] of Object.entries(files)) {
    const file = join(folder, path);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, content);
  }
  return folder;
}

interface PictureOptions {
  width?: number;
  height?: number;
  background?: string;
}

/** A picture in one colour, to be encoded as wanted. */
export function plainPicture({
  width = 60,
  height = 40,
  background = 'white',
}: PictureOptions = {}) {
  return sharp({ create: { width, height, channels: 3, background } });
}

/** A grainy JPEG: one that is long enough to be cut in half. */
export function grainyJpeg(): Promise<Buffer> {
  const noise = { type: 'gaussian', mean: 128, sigma: 30 } as const;
  return sharp({ create: { width: 300, height: 300, channels: 3, background: 'white', noise } })
    .jpeg()
    .toBuffer();
}

/** A black 7 on white, 60x80, as a PNG. */
export function sevenPng(): Promise<Buffer> {
  const path = '<path d="M14 14 H46 L26 68" fill="none" stroke="black" stroke-width="7"/>';
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="60" height="80">${path}</svg>`;
  return sharp(Buffer.from(svg)).flatten({ background: 'white' }).png().toBuffer();
}
