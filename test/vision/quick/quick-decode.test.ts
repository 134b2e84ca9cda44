import sharp from 'sharp';
import { beforeAll, describe, expect, it } from 'vitest';
import { createRandom } from '../../../src/core/random.js';
import { type DecodedPicture, decodeGrey } from '../../../src/vision/decode.js';
import { loadQuickDecode, type QuickDecode } from '../../../src/vision/quick/quick-decode.js';
import { plainPicture } from '../temporary-folder.js';

let quickDecode: QuickDecode;
beforeAll(async () => {
  quickDecode = await loadQuickDecode();
});

const sizes = [
  [28, 28],
  [1, 1],
  [17, 33],
  [301, 127],
] as const;

/** A picture of soft noise, so that every filter and every coefficient is met. */
function noise(width: number, height: number, channels: 1 | 2 | 3 | 4) {
  const random = createRandom(width * 31 + height * 7 + channels);
  const values = Uint8Array.from({ length: width * height * channels }, () => random.below(256));
  const picture = sharp(values, { raw: { width, height, channels } });
  return channels === 1 ? picture.toColourspace('b-w') : picture;
}

/** `toEqual` takes a second for the pixels of a few pictures. */
function expectSame(quick: DecodedPicture | undefined, sure: DecodedPicture): void {
  expect({ ...quick, pixels: undefined }).toEqual({ ...sure, pixels: undefined });
  expect(Buffer.compare(quick?.pixels ?? Buffer.alloc(0), sure.pixels)).toBe(0);
}

describe('pixels are those of decodeGrey', () => {
  const qualities = [20, 75, 95, 100];
  it.each(sizes)('for JPEG of %d x %d, grey and in colour', async (width, height) => {
    for (const channels of [1, 3] as const) {
      for (const quality of qualities) {
        for (const chromaSubsampling of ['4:2:0', '4:4:4']) {
          const file = await noise(width, height, channels)
            .jpeg({ quality, chromaSubsampling })
            .toBuffer();
          expectSame(quickDecode(file), await decodeGrey(file));
        }
      }
    }
  });

  it.each(sizes)('for PNG of %d x %d, with alpha and without', async (width, height) => {
    for (const channels of [1, 2, 3, 4] as const) {
      for (const adaptiveFiltering of [true, false]) {
        const file = await noise(width, height, channels).png({ adaptiveFiltering }).toBuffer();
        expectSame(quickDecode(file), await decodeGrey(file));
      }
    }
  });
});

describe('decodeGrey is left to look', () => {
  const picture = () => plainPicture({ background: '#c08040' });
  it.each([
    ['at a progressive JPEG', () => picture().jpeg({ progressive: true }).toBuffer()],
    [
      'at a JPEG that is turned',
      () => picture().withMetadata({ orientation: 6 }).jpeg().toBuffer(),
    ],
    ['at a colour profile', () => picture().withIccProfile('p3').jpeg().toBuffer()],
    ['at CMYK', () => picture().toColourspace('cmyk').jpeg().toBuffer()],
    ['at an interlaced PNG', () => picture().png({ progressive: true }).toBuffer()],
    ['at 16 bits', () => picture().toColourspace('rgb16').png().toBuffer()],
    ['at a palette', () => picture().png({ palette: true }).toBuffer()],
    ['at another format', () => picture().webp().toBuffer()],
    ['at what is over 512 pixels long', () => plainPicture({ width: 513 }).jpeg().toBuffer()],
    ['at text', async () => Buffer.from('only words')],
    ['at nothing', async () => Buffer.alloc(0)],
  ])('%s', async (_, make) => {
    expect(quickDecode(await make())).toBeUndefined();
  });
});

describe('damage', () => {
  it('of any byte of a PNG gives no other pixels', async () => {
    const file = await noise(28, 28, 3).png().toBuffer();
    for (const broken of damagedCopies(file)) {
      const quick = quickDecode(broken);
      if (quick) expectSame(quick, await decodeGrey(broken));
    }
  });

  // Coefficients that no encoder writes overflow in each build of libjpeg in its own way.
  it('of any byte of a JPEG harms no later picture', async () => {
    const file = await noise(28, 28, 3).jpeg().toBuffer();
    for (const broken of damagedCopies(file)) quickDecode(broken);
    expectSame(quickDecode(file), await decodeGrey(file));
  });

  it.each(['jpeg', 'png'] as const)('a %s cut anywhere is left to decodeGrey', async (format) => {
    const file = await noise(28, 28, 1)[format]().toBuffer();
    for (let length = 0; length < file.length; length += 5) {
      expect(quickDecode(file.subarray(0, length))).toBeUndefined();
    }
  });
});

function damagedCopies(file: Buffer): Buffer[] {
  return Array.from(file, (byte, at) => {
    const broken = Buffer.from(file);
    broken[at] = byte ^ 0xff;
    return broken;
  });
}
