import { expect, test } from 'vitest';
import { findComponents } from '../../src/vision/find-components.js';
import { drawing } from './drawing.js';

function componentsIn(...rows: string[]) {
  const { width, height, pixels } = drawing(...rows);
  return findComponents(
    pixels.map((value) => (value > 0 ? 1 : 0)),
    width,
    height,
  );
}

test('ink that touches is one component, corners too', () => {
  const { components, labels } = componentsIn('##...', '..#..', '.....', '#...#');
  expect(components).toEqual([
    { label: 1, area: 3, box: [0, 0, 3, 2] },
    { label: 2, area: 1, box: [0, 3, 1, 1] },
    { label: 3, area: 1, box: [4, 3, 1, 1] },
  ]);
  expect([...labels].slice(0, 5)).toEqual([1, 1, 0, 0, 0]);
});

test('a ring is one component with what it holds in another', () => {
  const { components } = componentsIn('#####', '#...#', '#.#.#', '#...#', '#####');
  expect(components.map(({ area }) => area)).toEqual([16, 1]);
});

test('no ink is no component', () => {
  expect(componentsIn('...', '...').components).toEqual([]);
});
