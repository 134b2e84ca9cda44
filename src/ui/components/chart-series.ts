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
  /** One sign that is written on the line from time to time, to tell it from others without its colour. */
  sign?: string;
}
