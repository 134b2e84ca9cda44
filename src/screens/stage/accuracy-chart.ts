import type { EpochRecord, RunState } from '../../core/run/reducer.js';
import type { Glyphs } from '../../ui/glyphs.js';
import { type Row, span } from '../../ui/rows.js';
import type { StageArea } from './stage-page.js';
import { thickChart } from './thick-chart.js';

/** Which line is which. */
export function chartKey({ mode }: Glyphs): Row {
  const [wide, narrow] = mode === 'unicode' ? ['██', '▀▀ ▀▀'] : ['##', 'oo oo'];
  return [span(wide, 'second'), span(' validation   '), span(narrow, 'accent'), span(' training')];
}

/** Accuracy by epoch, as thick as a row. */
export function accuracyChart({ history, best }: RunState, area: StageArea): Row[] {
  const [first, last] = [history[0]?.epoch, history.at(-1)?.epoch];
  if (first === undefined || last === undefined) {
    const rows = Array.from({ length: area.height }, (): Row => []);
    return rows.with(0, [span('drawn from the end of the first epoch on')]);
  }
  const line = (side: 'train' | 'validation') =>
    history.map((record) => ({ x: record.epoch, y: record[side].accuracy }));
  return thickChart({
    series: [
      { points: line('train'), tone: 'accent', stroke: 'narrow' },
      { points: line('validation'), tone: 'second', stroke: 'wide' },
    ],
    xRange: [first, Math.max(last, first + 1)],
    yRange: accuracyRange(history),
    best: best?.epoch,
    ...area,
  });
}

/** The first of several epochs is often so bad that all that follows would be one flat line. */
function accuracyRange(history: readonly EpochRecord[]): [number, number] {
  const shown = history.length >= 4 ? history.slice(1) : history;
  const shares = shown
    .flatMap(({ train, validation }) => [train.accuracy, validation.accuracy])
    .filter(Number.isFinite);
  return shares.length > 0 ? [Math.min(...shares), Math.max(...shares)] : [0, 1];
}
