import { expect, it } from 'vitest';
import { thresholdRows } from '../../../src/screens/recognition/threshold-rows.js';
import { glyphsFor } from '../../../src/ui/glyphs.js';
import { rowText } from '../../../src/ui/rows.js';

const rejection = {
  threshold: 0.6,
  digits: 2000,
  nonDigits: 400,
  curve: [
    { threshold: 0.3, coverage: 0.981, accuracy: 0.9951, heldBack: 0.998 },
    { threshold: 0.6, coverage: 0.993, accuracy: 0.991, heldBack: 0.99 },
  ],
};

function texts(known: Partial<Parameters<typeof thresholdRows>[0]>): string[] {
  const shown = { threshold: 0.6, own: 0.6, model: 'mine', rejection, ...known };
  return thresholdRows(shown, { width: 60, marked: 3, glyphs: glyphsFor('ascii') }).map((row) =>
    rowText(row).trimEnd(),
  );
}

it('says what the threshold costs and brings, by the card', () => {
  expect(texts({ threshold: 0.3 })).toEqual([
    "not a digit? above 0.3   the model's own is 0.6",
    'pictures here that it marks                                3',
    '',
    'digits that it keeps                                  98.1 %',
    'right of those kept                                   99.5 %',
    'letters, signs and the like that it marks             99.8 %',
    'measured after training, on 2,000 varied digits of its',
    'validation and 400 drawings that are none',
    '',
    "< > mark more, fewer   0 the model's own   Enter closes",
  ]);
});

it('says so where the card does not know', () => {
  const rows = texts({ rejection: undefined });
  expect(rows[0]).toBe("not a digit? above 0.6   the model's own");
  expect(rows.join(' ')).toContain('The card of mine does not say what a threshold costs');
});
