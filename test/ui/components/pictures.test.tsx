import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { DigitGrid } from '../../../src/ui/components/digit-grid.js';
import { enlarge, greyLines } from '../../../src/ui/components/half-blocks.js';
import { pictureLines, shrink } from '../../../src/ui/components/picture-lines.js';
import { pngGreys } from '../../../src/ui/components/png-greys.js';
import { glyphsFor } from '../../../src/ui/theme.js';
import { mount } from '../../support/mount.js';

const corner = { width: 2, height: 2, pixels: [0, 255, 128, 0] };
const glyphs = glyphsFor('ascii');

describe('greys', () => {
  it.each([
    [3, '\x1b[38;2;0;0;0;48;2;128;128;128m▀\x1b[38;2;255;255;255;48;2;0;0;0m▀\x1b[39;49m'],
    [2, '\x1b[38;5;16;48;5;244m▀\x1b[38;5;231;48;5;16m▀\x1b[39;49m'],
  ] as const)('are two pixels a cell at colour level %i', (colorLevel, line) => {
    const capabilities = { colorLevel, graphics: 'half-blocks' } as const;
    expect(greyLines(corner, { capabilities, glyphs })).toEqual([line]);
  });

  it('are signs without colours', () => {
    const capabilities = { colorLevel: 0, graphics: 'ascii' } as const;
    const ramp = { width: 4, height: 2, pixels: [0, 100, 200, 255, 0, 100, 200, 255] };
    expect(greyLines(corner, { capabilities, glyphs })).toEqual([':=']);
    expect(greyLines(ramp, { capabilities, glyphs })).toEqual([' -#@']);
  });

  it('grow and shrink', () => {
    expect(Array.from(enlarge(corner, 2).pixels)).toEqual([
      0, 0, 255, 255, 0, 0, 255, 255, 128, 128, 0, 0, 128, 128, 0, 0,
    ]);
    const small = shrink({ width: 4, height: 2, pixels: [0, 100, 0, 0, 100, 200, 0, 0] }, 2, 9);
    expect(small.width).toBe(2);
    expect(Array.from(small.pixels)).toEqual([100, 0]);
  });
});

describe('a PNG', () => {
  const pixels = Buffer.from(Array.from({ length: 8 * 6 * 3 }, (_, index) => (index * 37) % 256));
  const picture = sharp(pixels, { raw: { width: 8, height: 6, channels: 3 } });

  it('gives the greys that sharp sees', async () => {
    const greys = pngGreys(await picture.clone().png({ adaptiveFiltering: true }).toBuffer());
    const [red, green, blue] = pixels;
    expect(greys?.width).toBe(8);
    expect(greys?.height).toBe(6);
    expect(greys?.pixels[0]).toBe(Math.round(0.299 * red + 0.587 * green + 0.114 * blue));
    const flat = await picture.clone().toColourspace('b-w').png().toBuffer();
    const raw = await sharp(flat).toColourspace('b-w').raw().toBuffer();
    expect(Array.from(pngGreys(flat)?.pixels ?? [])).toEqual(Array.from(raw));
  });

  it('of another kind gives nothing', async () => {
    expect(pngGreys(await picture.clone().png({ palette: true }).toBuffer())).toBeUndefined();
    expect(pngGreys(Buffer.from('no picture at all'))).toBeUndefined();
  });

  it('is drawn in its own shape, with colours and without', async () => {
    const png = await picture.clone().png().toBuffer();
    const size = { png, width: 20, height: 3, glyphs };
    const signs = await pictureLines({
      ...size,
      cacheKey: 'signs',
      capabilities: { fullScreen: true, colorLevel: 0, text: 'ascii', graphics: 'ascii' },
    });
    expect(signs.width).toBe(8);
    expect(signs.lines).toHaveLength(3);
    const blocks = await pictureLines({
      ...size,
      cacheKey: 'blocks',
      capabilities: { fullScreen: true, colorLevel: 3, text: 'unicode', graphics: 'half-blocks' },
    });
    expect(blocks.width).toBe(8);
    expect(blocks.lines).toHaveLength(3);
  });

  it('that is damaged draws nothing', async () => {
    const capabilities = {
      fullScreen: true,
      colorLevel: 3,
      text: 'unicode',
      graphics: 'half-blocks',
    } as const;
    const options = { png: Buffer.from('damaged'), width: 9, height: 9, glyphs, capabilities };
    expect(await pictureLines({ ...options, cacheKey: 'damaged' })).toEqual({
      lines: [],
      width: 0,
    });
  });
});

it('draws what the network sees in 28 by 14 cells, or twice that', async () => {
  const pixels = new Uint8Array(784).fill(255, 0, 56);
  for (const scale of [1, 2] as const) {
    const view = await mount(<DigitGrid pixels={pixels} scale={scale} />, { rows: 30 });
    expect(view.screen()).toHaveLength(14 * scale);
    expect(view.screen()[0]).toBe('█'.repeat(28 * scale));
    expect(view.screen()[2]).toBe('');
    view.unmount();
  }
});
