import { expect, test } from 'vitest';
import { invertGrey } from '../../../src/vision/grey-image.js';
import { formStage } from '../../../src/vision/stages/form.js';
import { block, either, ring, sheet } from '../drawing.js';
import { workOn } from './work.js';

/** White ink on black, 28x28. */
const small = (inked: (x: number, y: number) => boolean, grey = 255) =>
  invertGrey(sheet(inked, { width: 28, height: 28, paper: () => 255, ink: 1 - grey / 255 }));
const inForm = small(ring(14, 14, 8.5, 3));

test('what is in form passes as it is', () => {
  const done = formStage.apply(workOn(inForm));
  expect(done?.work).toMatchObject({ ending: 'in form', polarity: 'light on dark' });
  expect(done?.work.image).toBe(inForm);
  expect(done?.work.box).toEqual([4, 4, 21, 21]);
});

test('what is in form but for its polarity is turned only', () => {
  const done = formStage.apply(workOn(invertGrey(inForm)));
  expect(done?.work).toMatchObject({ ending: 'in form', polarity: 'dark on light' });
  expect(done?.work.image).toEqual(inForm);
});

test.each([
  ['another size', sheet(ring(14, 14, 8.5, 3), { width: 30, height: 28 })],
  ['too small a digit', small(ring(14, 14, 5, 3))],
  ['too large a digit', small(ring(14, 14, 11, 3))],
  ['a digit off the middle', small(ring(11, 14, 8.5, 3))],
  ['a border that is not dark', small(either(ring(14, 14, 8.5, 3), block(0, 0, 1, 28)))],
  ['faint ink', small(ring(14, 14, 8.5, 3), 90)],
  ['thin dark ink', invertGrey(small(ring(14, 14, 9.4, 1)))],
  ['nothing', small(() => false)],
])('%s does not pass', (_, image) => {
  expect(formStage.apply(workOn(image))).toBeUndefined();
});
