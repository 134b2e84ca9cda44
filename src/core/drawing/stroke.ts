/** Pixels along a side of what is drawn on. Half as many are sent to be read, which recognition takes as they are. */
export const canvasSide = 256;

/** In pixels of the canvas, (0, 0) its upper left corner; it may lie beside the canvas. */
export interface Point {
  x: number;
  y: number;
}

export type Tool = 'pen' | 'eraser';

/** One movement of a pen from where it was put down to where it was lifted. */
export interface Stroke {
  tool: Tool;
  /** Of the round brush, in pixels. */
  radius: number;
  /** Where it has been, in order; at least one. */
  points: readonly Point[];
}

export const brushes = ['thin', 'medium', 'thick'] as const;
export type Brush = (typeof brushes)[number];

/**
 * Of each brush, in pixels. A digit that fills three quarters of the canvas is as bold with the medium one as most
 * of MNIST's are.
 */
export const brushRadius: Record<Brush, number> = { thin: 7, medium: 11, thick: 17 };
