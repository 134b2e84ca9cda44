import { expect, it } from 'vitest';
import { homeLayout } from '../../../src/screens/home/home-layout.js';

it('has all facts and the whole menu in the smallest terminal', () => {
  expect(homeLayout({ width: 80, height: 22 }, 7)).toEqual({
    facts: { width: 80, height: 13 },
    menu: { width: 80, height: 9 },
  });
});

it('gives a longer menu rows of the machine, and then lets it scroll', () => {
  expect(homeLayout({ width: 80, height: 22 }, 9).facts.height).toBe(11);
  expect(homeLayout({ width: 80, height: 22 }, 30)).toEqual({
    facts: { width: 80, height: 11 },
    menu: { width: 80, height: 11 },
  });
});

it('shows past runs where it is high, and a curve where it is also wide', () => {
  expect(homeLayout({ width: 120, height: 38 }, 7)).toEqual({
    facts: { width: 120, height: 13 },
    menu: { width: 120, height: 9 },
    runs: { width: 120, height: 16 },
  });
  expect(homeLayout({ width: 200, height: 58 }, 7)).toEqual({
    facts: { width: 96, height: 13 },
    menu: { width: 96, height: 9 },
    curve: { width: 104, height: 22 },
    runs: { width: 200, height: 36 },
  });
});

it('leaves no row unused', () => {
  for (let height = 22; height <= 80; height += 1) {
    const { facts, menu, runs } = homeLayout({ width: 80, height }, 7);
    expect(facts.height + menu.height + (runs?.height ?? 0)).toBe(height);
  }
});

it('stays within a terminal that has no room', () => {
  const { facts, menu } = homeLayout({ width: 10, height: 4 }, 7);
  expect([facts.height, menu.height]).toEqual([4, 0]);
});
