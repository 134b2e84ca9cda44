import { createStore, type StoreApi } from 'zustand/vanilla';
import {
  type Drawing,
  emptyDrawing,
  redo,
  renderInk,
  type Step,
  undo,
  withPoint,
  withStep,
} from '../../core/drawing/drawing.js';
import type { Ink } from '../../core/drawing/ink.js';
import {
  type Brush,
  brushes,
  brushRadius,
  canvasSide,
  type Point,
  type Tool,
} from '../../core/drawing/stroke.js';

export interface BoardState {
  drawing: Drawing;
  /** The canvas, and a number that is another one with every change of it. */
  ink: { pixels: Uint8Array; version: number };
  /** The pen that keys move. */
  pen: Point & { state: 'up' | 'down'; cursor: 'shown' | 'hidden' };
  tool: Tool;
  brush: Brush;
}

export type Direction = 'left' | 'right' | 'up' | 'down';

/** Pixels that a key moves the pen by. */
const penStep = canvasSide / 32;
/** An eraser that is no wider than the line leaves its rims. */
const eraserGrowth = 1.6;

/** What is drawn with mouse and keys, and how it can be taken back. */
export class Board {
  readonly store: StoreApi<BoardState>;
  #ink: Ink;
  /** Whether a stroke is under way, of the mouse or of the pen that is down. */
  #isDrawing = false;

  constructor() {
    this.#ink = renderInk(emptyDrawing);
    this.store = createStore<BoardState>(() => ({
      drawing: emptyDrawing,
      ink: { pixels: this.#ink.pixels, version: 0 },
      pen: { x: canvasSide / 2, y: canvasSide / 4, state: 'up', cursor: 'shown' },
      tool: 'pen',
      brush: 'medium',
    }));
  }

  /** Whether a stroke is under way. */
  get isDrawing(): boolean {
    return this.#isDrawing;
  }

  /** The mouse was pressed there: a stroke begins. */
  press(at: Point, tool: Tool = this.store.getState().tool): void {
    const { pen } = this.store.getState();
    this.lift();
    this.store.setState({ pen: { ...pen, ...within(at), state: 'up', cursor: 'hidden' } });
    this.#begin(at, tool);
  }

  /** The mouse was moved there with its button held, perhaps beside the canvas. */
  drag(at: Point): void {
    if (!this.#isDrawing) return;
    this.#extend(at);
    // Who goes on with the keys goes on where the mouse was.
    const { pen } = this.store.getState();
    this.store.setState({ pen: { ...pen, ...within(at) } });
  }

  /** Ends the stroke under way. */
  lift(): void {
    this.#isDrawing = false;
    this.#ink.end();
    const { pen } = this.store.getState();
    if (pen.state === 'down') this.store.setState({ pen: { ...pen, state: 'up' } });
  }

  /** Moves the pen of the keys; where it is down, it draws. */
  movePen(direction: Direction): void {
    const { pen } = this.store.getState();
    const [x, y] = moves[direction];
    const to = within({ x: pen.x + x * penStep, y: pen.y + y * penStep });
    this.store.setState({ pen: { ...pen, ...to, cursor: 'shown' } });
    if (pen.state === 'down') this.#extend(to);
  }

  /** Puts the pen of the keys down, or lifts it. */
  togglePen(): void {
    const { pen, tool } = this.store.getState();
    if (pen.state === 'down') {
      this.lift();
      return;
    }
    this.store.setState({ pen: { ...pen, state: 'down', cursor: 'shown' } });
    this.#begin(pen, tool);
  }

  toggleEraser(): void {
    const { tool } = this.store.getState();
    this.store.setState({ tool: tool === 'pen' ? 'eraser' : 'pen' });
    this.#takeUp();
  }

  /** A thicker (1) or a thinner brush (-1). */
  stepBrush(step: 1 | -1): void {
    const place = brushes.indexOf(this.store.getState().brush) + step;
    const brush = brushes[place];
    if (!brush) return;
    this.store.setState({ brush });
    this.#takeUp();
  }

  clear(): void {
    this.lift();
    this.addStep({ kind: 'clear' });
    this.#render();
  }

  /** Takes the last step back. @returns what it was; undefined where there is none */
  undo(): Step | undefined {
    this.lift();
    const { drawing } = this.store.getState();
    this.store.setState({ drawing: undo(drawing) });
    const last = drawing.steps.at(-1);
    if (last && last.kind !== 'keep') this.#render();
    return last;
  }

  redo(): void {
    this.lift();
    this.store.setState({ drawing: redo(this.store.getState().drawing) });
    this.#render();
  }

  addStep(step: Step): void {
    this.store.setState({ drawing: withStep(this.store.getState().drawing, step) });
  }

  #begin(at: Point, tool: Tool): void {
    const { brush } = this.store.getState();
    const radius = brushRadius[brush] * (tool === 'eraser' ? eraserGrowth : 1);
    const stroke = { tool, radius, points: [{ x: at.x, y: at.y }] };
    this.#isDrawing = true;
    this.addStep({ kind: 'stroke', stroke });
    this.#ink.begin(stroke);
    this.#inked();
  }

  #extend(to: Point): void {
    this.store.setState({ drawing: withPoint(this.store.getState().drawing, to) });
    this.#ink.extend(to);
    this.#inked();
  }

  /** The pen that is down draws on with what it has become. */
  #takeUp(): void {
    const { pen, tool } = this.store.getState();
    if (pen.state === 'down') this.#begin(pen, tool);
  }

  #render(): void {
    this.#ink = renderInk(this.store.getState().drawing);
    this.#inked();
  }

  #inked(): void {
    const { version } = this.store.getState().ink;
    this.store.setState({ ink: { pixels: this.#ink.pixels, version: version + 1 } });
  }
}

const moves: Record<Direction, readonly [x: number, y: number]> = {
  left: [-1, 0],
  right: [1, 0],
  up: [0, -1],
  down: [0, 1],
};

/** The nearest place on the canvas. */
function within({ x, y }: Point): Point {
  const onSide = (value: number) => Math.min(canvasSide, Math.max(0, value));
  return { x: onSide(x), y: onSide(y) };
}
