import { describe, expect, it } from 'vitest';
import { browserLayout } from '../../../src/screens/files/browser-layout.js';
import { scrolled, windowWith } from '../../../src/screens/files/list-window.js';

describe('the window of a list', () => {
  it.each([
    ['stays while the row is in it', 12, 10, { from: 10, to: 15 }],
    ['goes down to a row below it', 15, 10, { from: 11, to: 16 }],
    ['goes up to a row above it', 3, 10, { from: 3, to: 8 }],
    ['ends with the list', 99, 98, { from: 95, to: 100 }],
  ])('%s', (_, place, from, expected) => {
    expect(windowWith(place, from, { count: 100, height: 5 })).toEqual(expected);
  });

  it('is a whole list that is short, and nothing of an empty one', () => {
    expect(windowWith(1, 7, { count: 3, height: 5 })).toEqual({ from: 0, to: 3 });
    expect(windowWith(0, 7, { count: 0, height: 5 })).toEqual({ from: 0, to: 0 });
    expect(windowWith(4, 0, { count: 9, height: 0 }).to).toBe(
      windowWith(4, 0, { count: 9, height: 0 }).from,
    );
  });

  it('is scrolled with the row in sight', () => {
    const size = { count: 100, height: 5 };
    expect(scrolled(3, { from: 10, place: 10 }, size)).toEqual({ from: 13, place: 13 });
    expect(scrolled(3, { from: 10, place: 14 }, size)).toEqual({ from: 13, place: 14 });
    expect(scrolled(-3, { from: 10, place: 14 }, size)).toEqual({ from: 7, place: 11 });
    expect(scrolled(-3, { from: 1, place: 2 }, size)).toEqual({ from: 0, place: 2 });
    expect(scrolled(3, { from: 95, place: 99 }, size)).toEqual({ from: 95, place: 99 });
  });
});

describe('the layout', () => {
  it.each([
    [80, 22, 3],
    [80, 22, 8],
    [120, 38, 8],
    [200, 58, 4],
  ])('fills %d by %d cells with %d places', (width, height, places) => {
    const layout = browserLayout({ width, height }, places);
    expect(layout.list.width + layout.places.width).toBe(width);
    expect(layout.preview.width).toBe(layout.places.width);
    expect(layout.list.height + 2).toBe(height);
    expect(layout.places.height + layout.preview.height).toBe(layout.list.height);
    // Ten digits, their heading, and the border.
    expect(layout.preview.height).toBeGreaterThanOrEqual(13);
  });

  it('shows as many places as find room', () => {
    expect(browserLayout({ width: 80, height: 22 }, 8).places.height).toBe(7);
    expect(browserLayout({ width: 120, height: 38 }, 8).places.height).toBe(10);
  });
});
