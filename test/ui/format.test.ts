import { describe, expect, it } from 'vitest';
import {
  bytes,
  count,
  decimal,
  delta,
  duration,
  milliseconds,
  percent,
  rate,
  signed,
} from '../../src/ui/format.js';
import { glyphsFor } from '../../src/ui/glyphs.js';

it.each([
  [percent(0.9871), '98.7 %'],
  [percent(1), '100.0 %'],
  [percent(0.99124, 2), '99.12 %'],
  [percent(Number.NaN), '-'],
  [count(48000), '48,000'],
  [count(7.6), '8'],
  [count(Number.POSITIVE_INFINITY), '-'],
  [decimal(0.00312), '0.0031'],
  [decimal(0.8), '0.8'],
  [decimal(0), '0'],
  [decimal(1e-7), '1e-7'],
  [bytes(0), '0 B'],
  [bytes(1023), '1023 B'],
  [bytes(1536), '1.5 KB'],
  [bytes(451_936_256), '431 MB'],
  [bytes(1_048_570), '1.0 MB'],
  [duration(0), '0 s'],
  [duration(0.42), '0.4 s'],
  [duration(9.97), '10 s'],
  [duration(59.6), '1 min 0 s'],
  [duration(102), '1 min 42 s'],
  [duration(3599.7), '1 h 0 min'],
  [duration(7500), '2 h 5 min'],
  [duration(-3), '0 s'],
  [duration(Number.NaN), '-'],
  [milliseconds(6.24), '6.2 ms'],
  [milliseconds(105.3), '105 ms'],
  [milliseconds(1500), '1.5 s'],
  [rate(8913.4, 'images'), '8,913 images/s'],
  [rate(0.53, 'images'), '0.5 images/s'],
  [signed(0.08), '+0.08'],
  [signed(-0.084), '-0.08'],
  [signed(-0.001), '0.00'],
])('%s is %s', (text, expected) => {
  expect(text).toBe(expected);
});

describe('a delta', () => {
  const glyphs = glyphsFor('unicode');

  it('has its direction as a mark and its worth as a tone', () => {
    expect(delta(0.08, glyphs)).toEqual({ text: '▲ 0.08', tone: 'good' });
    expect(delta(-0.04, glyphs)).toEqual({ text: '▼ 0.04', tone: 'bad' });
    expect(delta(-0.04, glyphs, { better: 'lower' })).toEqual({ text: '▼ 0.04', tone: 'good' });
  });

  it('is empty without a change', () => {
    expect(delta(0.001, glyphs).text).toBe('');
    expect(delta(Number.NaN, glyphs).text).toBe('');
  });
});
