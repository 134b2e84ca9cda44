import type { ChartSeries } from '../../../ui/components/chart-series.js';
import type { Tone } from '../../../ui/rows.js';

/** How the runs of a chart are told apart: by a letter on the line, a colour, and every second one by its stroke. */
export interface RunSign {
  letter: string;
  tone: Tone;
  stroke: ChartSeries['stroke'];
}

const signs: readonly RunSign[] = [
  { letter: 'a', tone: 'accent', stroke: 'solid' },
  { letter: 'b', tone: 'second', stroke: 'dotted' },
  { letter: 'c', tone: 'good', stroke: 'solid' },
  { letter: 'd', tone: 'warning', stroke: 'dotted' },
  { letter: 'e', tone: 'bad', stroke: 'solid' },
  { letter: 'f', tone: 'plain', stroke: 'dotted' },
];

/** @param place of the run among those that are compared, from 0 to 5 */
export function runSign(place: number): RunSign {
  return signs[place % signs.length];
}
