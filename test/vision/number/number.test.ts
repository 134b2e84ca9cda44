import { describe, expect, it, test } from 'vitest';
import { invertGrey, resizeGrey } from '../../../src/vision/grey-image.js';
import { block, either, ring, sheet } from '../drawing.js';
import { pasted, readNumber, row } from './pasted.js';

const size = { width: 420, height: 140 };
const place = { left: 40, top: 35, height: 60 };

describe('digits beside each other', () => {
  it.each([
    ['with gaps', '2046', 18],
    ['close', '73195', 4],
    ['far apart', '80', 160],
    ['touching', '4825', -2],
    ['two of them touching', '37', -4],
  ])('are read %s', async (_, text, gap) => {
    const number = await readNumber(await pasted(await row(text, { ...place, gap }), size));
    expect(number.lines.join('').replace(' ', '')).toBe(text);
    expect(number.text).toBe(text);
  });

  it('are told with their places in the picture, how sure each is, and all together', async () => {
    const digits = await row('274', { ...place, gap: 25 });
    const number = await readNumber(await pasted(digits, size));
    expect(number.digits.map(({ digit }) => digit)).toEqual([2, 7, 4]);
    for (const [index, { box, image, probabilities }] of number.digits.entries()) {
      expect(Math.abs(box[0] - digits[index].left)).toBeLessThanOrEqual(3);
      expect(Math.abs(box[1] - digits[index].top)).toBeLessThanOrEqual(3);
      expect(Math.abs(box[3] - digits[index].height)).toBeLessThanOrEqual(5);
      expect(image).toHaveLength(784);
      expect(probabilities.reduce((sum, value) => sum + value, 0)).toBeCloseTo(1, 4);
    }
    const product = number.digits.reduce((all, { confidence }) => all * confidence, 1);
    expect(number.confidence).toBeCloseTo(product, 6);
  });

  it('light on dark are read as well as dark on light', async () => {
    const picture = await pasted(await row('618', { ...place, gap: 14 }), size);
    expect((await readNumber(invertGrey(picture))).text).toBe('618');
  });

  it('small on a large page are found and read', async () => {
    const digits = await row('4071', { left: 700, top: 900, height: 36, gap: 9 });
    const number = await readNumber(await pasted(digits, { width: 1600, height: 1200 }));
    expect(number.text).toBe('4071');
  });

  it('of a tiny picture are read', async () => {
    const picture = await pasted(await row('17', { left: 20, top: 20, height: 70, gap: 16 }), {
      width: 140,
      height: 110,
    });
    expect((await readNumber(resizeGrey(picture, 36, 28))).text).toBe('17');
  });
});

describe('lines', () => {
  it('are read from top to bottom', async () => {
    const first = await row('548', { left: 40, top: 30, height: 60, gap: 14 });
    const second = await row('625', { left: 60, top: 120, height: 60, gap: 14 });
    const number = await readNumber(
      await pasted([...first, ...second], { width: 300, height: 220 }),
    );
    expect(number.lines).toEqual(['548', '625']);
    expect(number.text).toBe('548625');
  });

  it('that slant stay one line, and digits may grow smaller', async () => {
    const digits = (await row('36958', { left: 30, top: 20, height: 70, gap: 12 })).map(
      (digit, index) => ({ ...digit, top: 20 + 14 * index, height: 70 - 7 * index }),
    );
    const number = await readNumber(await pasted(digits, { width: 420, height: 170 }));
    expect(number.lines).toEqual(['36958']);
  });

  it('have a space where there is a wide gap', async () => {
    const digits = await row('3267', { ...place, gap: 10 });
    const shifted = digits.map((digit, index) => ({
      ...digit,
      left: digit.left + (index > 1 ? 120 : 0),
    }));
    expect((await readNumber(await pasted(shifted, size))).lines).toEqual(['32 67']);
  });
});

describe('what is no digit', () => {
  it('is left out: ruled lines, a margin, specks and a dash', async () => {
    const digits = await row('394', { ...place, left: 70, gap: 16 });
    const picture = await pasted(digits, {
      ...size,
      inked: either(
        (x, y) => [12, 98].some((line) => Math.abs(y - line - 0.03 * x) < 1.2),
        block(40, 0, 2, 140),
        block(300, 64, 22, 5),
        ring(360, 40, 2, 3),
      ),
      paper: (x, y) => 240 - 0.15 * x - 0.1 * y,
    });
    expect((await readNumber(picture)).text).toBe('394');
  });

  it('alone is no number', async () => {
    expect(await readNumber(sheet(() => false, { grain: 10 }))).toMatchObject({
      text: '',
      digits: [],
      confidence: 0,
    });
  });
});

test('one digit is a number of one digit', async () => {
  const picture = await pasted(await row('5', { ...place, gap: 0 }), { width: 120, height: 130 });
  expect((await readNumber(picture)).text).toBe('5');
});
