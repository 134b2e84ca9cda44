import type { SystemLoadState } from '../../state/system-load.js';
import { meter } from '../../ui/components/bars.js';
import { sparkline } from '../../ui/components/sparkline.js';
import { bytes, percent } from '../../ui/format.js';
import type { Glyphs } from '../../ui/glyphs.js';
import type { Row, RowLike } from '../../ui/rows.js';
import { span } from '../../ui/rows.js';
import { labelled } from './home-facts.js';

export interface MachineOptions {
  /** Memory of the host in bytes, where it has told. */
  hostMemory: number | undefined;
  width: number;
  glyphs: Glyphs;
}

export const machineHeight = 3;

/** A minute of readings, one a cell. */
const drawingWidth = 30;

/** Processor, load and memory of the whole machine, in three rows. */
export function machineRows(load: SystemLoadState, options: MachineOptions): Row[] {
  const { glyphs } = options;
  const { busy, memoryUsed, memoryTotal } = load;
  const newest = busy.at(-1);
  const cores = `${load.cores} ${load.cores === 1 ? 'core' : 'cores'}`;
  const share = newest === undefined ? 'measuring' : percent(newest, 0).padStart(5);
  // The newest reading stands at the right end from the first one on.
  const gap = Array<number>(Math.max(0, drawingWidth - busy.length)).fill(Number.NaN);
  const drawing = {
    values: [...gap, ...busy],
    width: drawingWidth,
    range: [0, 1],
    glyphs,
  } as const;
  const memory = meter(memoryUsed / memoryTotal, drawingWidth, glyphs, glyphs.track);
  const rows: [string, RowLike][] = [
    [
      'processor',
      [span(sparkline(drawing), 'accent'), `  ${share}`, span(` of ${cores}, last minute`, 'dim')],
    ],
    // Words between the two drawings, which would grow together.
    ['load', loadWords(load)],
    ['memory', [span(memory, 'accent'), `  ${memoryWords(load, options)}`]],
  ];
  return rows.map(([label, row]) => labelled(label, row, options));
}

function memoryWords(
  { memoryUsed, memoryTotal }: SystemLoadState,
  { hostMemory }: MachineOptions,
): string {
  const own = hostMemory === undefined ? '' : `, the host ${bytes(hostMemory)}`;
  return `${bytes(memoryUsed)} of ${bytes(memoryTotal)}${own}`;
}

function loadWords({ loadAverage }: SystemLoadState): RowLike {
  if (!loadAverage) return [span('this system keeps no load average', 'dim')];
  const figures = loadAverage.map((figure) => figure.toFixed(2)).join('  ');
  return [figures, span('  over 1, 5 and 15 min', 'dim')];
}
