import { describe, expect, it } from 'vitest';
import { strokesOf } from '../../../src/core/drawing/drawing.js';
import { brushRadius, canvasSide } from '../../../src/core/drawing/stroke.js';
import { Board } from '../../../src/state/live/board.js';

function opened() {
  const board = new Board();
  const state = () => board.store.getState();
  const strokes = () => strokesOf(state().drawing);
  const inkAt = (x: number, y: number) => state().ink.pixels[y * canvasSide + x];
  return { board, state, strokes, inkAt };
}

describe('the mouse', () => {
  it('draws from where it is pressed to where it is released', () => {
    const { board, strokes, inkAt } = opened();
    board.press({ x: 20, y: 20 });
    board.drag({ x: 200, y: 20 });
    board.lift();
    board.drag({ x: 200, y: 200 });
    expect(strokes()).toHaveLength(1);
    expect(inkAt(100, 20)).toBe(255);
    expect(inkAt(200, 150)).toBe(0);
  });

  it('rubs out with another button, wider than it draws', () => {
    const { board, strokes, inkAt } = opened();
    board.press({ x: 20, y: 20 });
    board.press({ x: 20, y: 20 }, 'eraser');
    expect(inkAt(20, 20)).toBe(0);
    expect(strokes()[1].radius).toBeGreaterThan(brushRadius.medium);
  });

  it('leaves the pen of the keys where it was, on the canvas', () => {
    const { board, state } = opened();
    board.press({ x: 20, y: 20 });
    board.drag({ x: 400, y: -30 });
    expect(state().pen).toMatchObject({ x: canvasSide, y: 0, cursor: 'hidden', state: 'up' });
  });
});

describe('the pen of the keys', () => {
  it('draws while it is down, and only then', () => {
    const { board, strokes, state } = opened();
    board.movePen('right');
    expect(strokes()).toEqual([]);
    board.togglePen();
    board.movePen('down');
    board.movePen('down');
    expect(strokes()[0].points).toHaveLength(3);
    board.togglePen();
    board.movePen('down');
    expect(strokes()[0].points).toHaveLength(3);
    expect(state().pen).toMatchObject({ state: 'up', cursor: 'shown' });
  });

  it('stays on the canvas', () => {
    const { board, state } = opened();
    for (let step = 0; step < 60; step++) board.movePen('left');
    expect(state().pen.x).toBe(0);
  });

  it('goes on with another tool or brush from where it is', () => {
    const { board, strokes } = opened();
    board.togglePen();
    board.toggleEraser();
    board.stepBrush(1);
    expect(strokes().map(({ tool }) => tool)).toEqual(['pen', 'eraser', 'eraser']);
  });

  it('is lifted by undo, and by the mouse', () => {
    const { board, state } = opened();
    board.togglePen();
    board.undo();
    expect(state().pen.state).toBe('up');
    board.togglePen();
    board.press({ x: 20, y: 20 });
    expect(state().pen.state).toBe('up');
  });
});

it('has no thicker brush than the thickest', () => {
  const { board, state } = opened();
  for (let step = 0; step < 5; step++) board.stepBrush(1);
  expect(state().brush).toBe('thick');
  for (let step = 0; step < 5; step++) board.stepBrush(-1);
  expect(state().brush).toBe('thin');
});

it('brings its ink back', () => {
  const { board, inkAt, state } = opened();
  board.press({ x: 20, y: 20 });
  board.clear();
  expect(inkAt(20, 20)).toBe(0);
  const { version } = state().ink;
  board.undo();
  expect(inkAt(20, 20)).toBe(255);
  expect(state().ink.version).toBeGreaterThan(version);
  board.undo();
  expect(inkAt(20, 20)).toBe(0);
  board.redo();
  expect(inkAt(20, 20)).toBe(255);
  expect(board.undo()?.kind).toBe('stroke');
  expect(board.undo()).toBeUndefined();
});
