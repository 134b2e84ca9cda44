import { expect, test } from 'vitest';
import { numberRates } from '../../bench/measurements/realworld/number-rates.js';

test('numbers count as a whole, and digit by digit', () => {
  expect(
    numberRates([
      { label: '279-1000', number: '2791000' },
      { label: '37', number: '337' },
      { label: '11', number: undefined },
      { label: '5', number: '123' },
    ]),
  ).toEqual({ whole: 0.25, digits: 1 - 4 / 12 });
});
