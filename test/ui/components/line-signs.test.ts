import { expect, it } from 'vitest';
import { lineChart } from '../../../src/ui/components/line-chart.js';
import { glyphsFor } from '../../../src/ui/glyphs.js';
import { rowText } from '../../../src/ui/rows.js';

const line = (sign: string, y: number, length = 20) => ({
  points: Array.from({ length }, (_, x) => ({ x, y: y + x / 100 })),
  tone: 'accent' as const,
  stroke: 'solid' as const,
  sign,
});

function chart(series: Parameters<typeof lineChart>[0]['series']): string[] {
  const glyphs = glyphsFor('unicode');
  return lineChart({ series, width: 60, height: 10, glyphs }).map(rowText);
}

it('writes the sign of a line at its end and along it', () => {
  const rows = chart([line('a', 1), line('b', 2)]);
  const [a, b] = ['a', 'b'].map((sign) => rows.join('').split(sign).length - 1);
  expect(a).toBeGreaterThanOrEqual(3);
  expect(b).toBeGreaterThanOrEqual(3);
  expect(rows.find((row) => row.includes('b'))).toMatch(/b$/);
  for (const row of rows) expect([...row]).toHaveLength(60);
});

it('has a place for the sign of every line where lines lie on each other', () => {
  const text = chart([line('a', 1), line('b', 1), line('c', 1)]).join('');
  for (const sign of ['a', 'b', 'c']) expect(text).toContain(sign);
});

it('has the sign of a line that is only a point, and none of one without points', () => {
  const text = chart([line('a', 1), line('p', 2, 1), line('n', 2, 0)]).join('');
  expect(text).toContain('p');
  expect(text).not.toContain('n');
});
