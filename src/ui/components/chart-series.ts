import type { Tone } from '../rows.js';

export interface ChartPoint {
  x: number;
  y: number;
}

export interface ChartSeries {
  /** In the order of x. A point that is not finite or has no place on the axis breaks the line. */
  points: readonly ChartPoint[];
  tone: Tone;
  /** `faint` lies behind all others. */
  stroke: 'solid' | 'dotted' | 'faint';
}
