import { Ink } from './ink.js';
import type { Point, Stroke } from './stroke.js';

/** What a person did to a drawing, one step that undo takes back. */
export type Step =
  | { kind: 'stroke'; stroke: Stroke }
  | { kind: 'clear' }
  /** What was drawn so far was kept in a file, as this digit. */
  | { kind: 'keep'; label: number; file: string };

/** A drawing as the steps that made it. */
export interface Drawing {
  /** The newest last. */
  steps: readonly Step[];
  /** Taken back; the one that was taken back first is the first. */
  undone: readonly Step[];
}

export const emptyDrawing: Drawing = { steps: [], undone: [] };

/** Does something new; what was taken back before is forgotten. */
export function withStep({ steps }: Drawing, step: Step): Drawing {
  return { steps: [...steps, step], undone: [] };
}

/** The last stroke goes on to a point; nothing changes where no stroke is the last step. */
export function withPoint(drawing: Drawing, point: Point): Drawing {
  const last = drawing.steps.at(-1);
  if (last?.kind !== 'stroke') return drawing;
  const stroke = { ...last.stroke, points: [...last.stroke.points, point] };
  return { ...drawing, steps: drawing.steps.with(-1, { kind: 'stroke', stroke }) };
}

/** Takes the last step back. What was kept is gone then, and is not kept again by `redo`. */
export function undo({ steps, undone }: Drawing): Drawing {
  const last = steps.at(-1);
  if (!last) return { steps, undone };
  return { steps: steps.slice(0, -1), undone: last.kind === 'keep' ? undone : [...undone, last] };
}

export function redo({ steps, undone }: Drawing): Drawing {
  const next = undone.at(-1);
  return next ? { steps: [...steps, next], undone: undone.slice(0, -1) } : { steps, undone };
}

/** What is on the canvas: strokes since it was last cleared, in order. */
export function strokesOf({ steps }: Drawing): Stroke[] {
  const cleared = steps.findLastIndex(({ kind }) => kind === 'clear');
  return steps.slice(cleared + 1).flatMap((step) => (step.kind === 'stroke' ? [step.stroke] : []));
}

/** The whole drawing anew. */
export function renderInk(drawing: Drawing): Ink {
  const ink = new Ink();
  for (const stroke of strokesOf(drawing)) ink.begin(stroke);
  ink.end();
  return ink;
}

/** Whether there is anything on the canvas that was drawn, not rubbed out alone. */
export function hasInk(drawing: Drawing): boolean {
  return strokesOf(drawing).some(({ tool }) => tool === 'pen');
}
