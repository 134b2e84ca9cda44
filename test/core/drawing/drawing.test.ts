import { expect, it } from 'vitest';
import {
  type Drawing,
  emptyDrawing,
  hasInk,
  redo,
  renderInk,
  type Step,
  strokesOf,
  undo,
  withPoint,
  withStep,
} from '../../../src/core/drawing/drawing.js';
import type { Stroke } from '../../../src/core/drawing/stroke.js';

const stroke = (x: number, tool: Stroke['tool'] = 'pen'): Step => ({
  kind: 'stroke',
  stroke: { tool, radius: 4, points: [{ x, y: 50 }] },
});
const made = (...steps: Step[]): Drawing => steps.reduce(withStep, emptyDrawing);
const places = (drawing: Drawing) => strokesOf(drawing).map(({ points }) => points[0].x);

it('takes back step by step, and does them again', () => {
  const two = made(stroke(10), stroke(20));
  expect(places(undo(two))).toEqual([10]);
  expect(places(undo(undo(two)))).toEqual([]);
  expect(undo(undo(undo(two)))).toEqual(undo(undo(two)));
  expect(places(redo(redo(undo(undo(two)))))).toEqual([10, 20]);
  expect(redo(two)).toEqual(two);
});

it('brings back what was cleared', () => {
  const cleared = made(stroke(10), { kind: 'clear' }, stroke(20));
  expect(places(cleared)).toEqual([20]);
  expect(places(undo(undo(cleared)))).toEqual([10]);
});

it('forgets what was taken back when something new is drawn', () => {
  expect(redo(withStep(undo(made(stroke(10))), stroke(30))).steps).toHaveLength(1);
});

it('does not keep again what is no longer kept', () => {
  const kept = made(stroke(10), { kind: 'keep', label: 4, file: 'data/mine/4/a.png' });
  expect(undo(kept)).toEqual(made(stroke(10)));
});

it('lets its last stroke grow, and nothing else', () => {
  expect(strokesOf(withPoint(made(stroke(10)), { x: 11, y: 50 }))[0].points).toHaveLength(2);
  expect(withPoint(made(stroke(10), { kind: 'clear' }), { x: 11, y: 50 }).steps).toHaveLength(2);
  expect(withPoint(emptyDrawing, { x: 11, y: 50 })).toEqual(emptyDrawing);
});

it('knows whether there is ink', () => {
  expect(hasInk(emptyDrawing)).toBe(false);
  expect(hasInk(made(stroke(10, 'eraser')))).toBe(false);
  expect(hasInk(made(stroke(10)))).toBe(true);
  expect(renderInk(made(stroke(10), { kind: 'clear' })).pixels.some((value) => value > 0)).toBe(
    false,
  );
});
