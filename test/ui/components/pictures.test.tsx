import { Box } from 'ink';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { defaultPreferences } from '../../../src/core/preferences.js';
import { DigitGrid } from '../../../src/ui/components/digit-grid.js';
import { enlarge, greyLines } from '../../../src/ui/components/half-blocks.js';
import { Overlay } from '../../../src/ui/components/overlay.js';
import { Picture } from '../../../src/ui/components/picture.js';
import { pictureLines, shrink } from '../../../src/ui/components/picture-lines.js';
import { pngGreys } from '../../../src/ui/components/png-greys.js';
import { glyphsFor } from '../../../src/ui/glyphs.js';
import { fitCells, pngSize } from '../../../src/ui/terminal/graphics/picture-fit.js';
import type { Mounted, MountOptions } from '../../support/mount.js';
import { mount } from '../../support/mount.js';

const corner = { width: 2, height: 2, pixels: [0, 255, 128, 0] };
const glyphs = glyphsFor('ascii');

describe('greys', () => {
  it.each([
    [3, '\x1b[38;2;0;0;0;48;2;128;128;128m▀\x1b[38;2;255;255;255;48;2;0;0;0m▀\x1b[39;49m'],
    [2, '\x1b[38;5;16;48;5;244m▀\x1b[38;5;231;48;5;16m▀\x1b[39;49m'],
  ] as const)('are two pixels a cell at colour level %i', (colorLevel, line) => {
    for (const graphics of ['half-blocks', 'kitty', 'iterm2'] as const) {
      const options = { capabilities: { colorLevel, graphics }, glyphs: glyphsFor('unicode') };
      expect(greyLines(corner, options)).toEqual([line]);
    }
  });

  it.each([
    ['with 16 colours', 1, 'half-blocks', 'unicode', '░▒'],
    ['with 16 colours beside pictures', 1, 'kitty', 'unicode', '░▒'],
    ['without blocks', 3, 'iterm2', 'ascii', ':='],
    ['where that is preferred', 3, 'ascii', 'unicode', '░▒'],
  ] as const)('are shades %s', (_what, colorLevel, graphics, signs, line) => {
    const options = { capabilities: { colorLevel, graphics }, glyphs: glyphsFor(signs) };
    expect(greyLines(corner, options)).toEqual([line]);
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
    const size = { png, width: 20, height: 3 };
    const signs = await pictureLines({
      ...size,
      cacheKey: 'signs',
      glyphs,
      capabilities: {
        fullScreen: true,
        colorLevel: 0,
        text: 'ascii',
        graphics: 'ascii',
        background: 'unknown',
      },
    });
    expect(signs.width).toBe(8);
    expect(signs.lines).toHaveLength(3);
    const blocks = await pictureLines({
      ...size,
      cacheKey: 'blocks',
      glyphs: glyphsFor('unicode'),
      capabilities: {
        fullScreen: true,
        colorLevel: 3,
        text: 'unicode',
        graphics: 'half-blocks',
        background: 'unknown',
      },
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
      background: 'unknown',
    } as const;
    const options = { png: Buffer.from('damaged'), width: 9, height: 9, glyphs, capabilities };
    expect(await pictureLines({ ...options, cacheKey: 'damaged' })).toEqual({
      lines: [],
      width: 0,
    });
  });
});

it('draws what the network sees in 28 by 14 cells, or twice that', async () => {
  const pixels = new Uint8Array(784).fill(255, 0, 56).fill(255, 728);
  for (const scale of [1, 2] as const) {
    const view = await mount(<DigitGrid pixels={pixels} scale={scale} />, { rows: 30 });
    expect(view.screen()).toHaveLength(14 * scale);
    expect(view.screen()[0]).toBe('█'.repeat(28 * scale));
    expect(view.screen()[2]).toBe('');
    view.unmount();
  }
});

describe('a picture that the terminal draws', () => {
  const kitty: MountOptions = { capabilities: { graphics: 'kitty', colorLevel: 3 } };
  const size = { columns: 80, rows: 24 };
  const onScreen = ({ services }: Mounted) =>
    services.pictures.read(services.canvas.compose(size).split('\n')).pictures;

  async function pngOf(width: number, height: number): Promise<Buffer> {
    return sharp({ create: { width, height, channels: 3, background: 'red' } })
      .png()
      .toBuffer();
  }

  it('fits into its cells, which are twice as high as wide', () => {
    const box = { width: 20, height: 10 };
    expect(fitCells({ width: 100, height: 100 }, box)).toEqual({ columns: 20, rows: 10 });
    expect(fitCells({ width: 400, height: 100 }, box)).toEqual({ columns: 20, rows: 3 });
    expect(fitCells({ width: 100, height: 400 }, box)).toEqual({ columns: 5, rows: 10 });
    expect(fitCells({ width: 5000, height: 1 }, box)).toEqual({ columns: 20, rows: 1 });
    expect(fitCells({ width: 100, height: 100 }, box, 2.5)).toEqual({ columns: 20, rows: 8 });
  });

  it('has its size in its header', async () => {
    expect(pngSize(await pngOf(30, 20))).toEqual({ width: 30, height: 20 });
    expect(pngSize(Buffer.from('no picture at all, long as it is'))).toBeUndefined();
    expect(pngSize(Buffer.alloc(3))).toBeUndefined();
  });

  it('stands in the middle of its cells, and nothing else does', async () => {
    const png = await pngOf(30, 30);
    const view = await mount(
      <Box marginLeft={2}>
        <Picture png={png} cacheKey="red" width={20} height={4} />
      </Box>,
      kitty,
    );
    expect(onScreen(view)).toEqual([
      {
        protocol: 'kitty',
        png,
        key: 'red',
        columns: 8,
        rows: 4,
        area: { column: 8, row: 0, width: 8, height: 4 },
      },
    ]);
    view.unmount();
  });

  it('takes the shape of the cells that the terminal tells, and another way when that is preferred', async () => {
    const png = await pngOf(30, 30);
    const view = await mount(<Picture png={png} cacheKey="red" width={20} height={4} />, kitty);
    const { appearance } = view.services;
    appearance.learn({ cellShape: 2.5 });
    await view.press();
    expect(onScreen(view)[0]).toMatchObject({ columns: 10, rows: 4 });
    appearance.prefer({ ...defaultPreferences, pictures: 'iterm2' });
    await view.press();
    expect(onScreen(view)[0]).toMatchObject({ protocol: 'iterm2', columns: 10, rows: 4 });
    appearance.prefer({ ...defaultPreferences, pictures: 'ascii' });
    await view.press();
    expect(onScreen(view)).toEqual([]);
    await expect.poll(() => view.screen()[0].trim()).not.toBe('');
    view.unmount();
  });

  it('is hidden by what lies over it, and is back afterwards', async () => {
    const png = await pngOf(30, 30);
    const screen = (overlay?: 'open') => (
      <Box {...size} width={80} height={24}>
        <Picture png={png} cacheKey="red" width={80} height={20} />
        {overlay && <Overlay title="Keys" rows={['a', 'b']} onKey={() => {}} />}
      </Box>
    );
    const view = await mount(screen('open'), kitty);
    expect(onScreen(view)).toEqual([]);
    view.unmount();
    const uncovered = await mount(screen(), kitty);
    expect(onScreen(uncovered)).toHaveLength(1);
    uncovered.unmount();
  });

  it('that is no PNG is not shown', async () => {
    const png = Buffer.from('damaged');
    const view = await mount(<Picture png={png} cacheKey="no" width={20} height={4} />, kitty);
    expect(onScreen(view)).toEqual([]);
    expect(view.screen().join('').trim()).toBe('');
    view.unmount();
  });
});
