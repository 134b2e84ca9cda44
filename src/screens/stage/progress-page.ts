import { blockTextHeight } from '../../ui/components/block-text.js';
import { thickBar } from '../../ui/components/thick-bar.js';
import type { Row, RowLike } from '../../ui/rows.js';
import { span } from '../../ui/rows.js';
import { clock } from './clock.js';
import { centred, largeRows, type StageArea } from './stage-page.js';

export interface StageProgress {
  /** What is done, in a line. */
  line: RowLike;
  done: number;
  /** 0 while it is not known yet. */
  total: number;
  /** NaN while it is not known. */
  secondsLeft: number;
}

const margin = 4;

/** How far something is, for a whole room: `250/1000`, one bar, and the time left. */
export function progressPage(progress: StageProgress, { width, height, glyphs }: StageArea): Row[] {
  const { line, done, total, secondsLeft } = progress;
  const barHeight = Math.max(3, Math.round(height / 6));
  const timeHeight = Math.max(4, Math.round(height / 5));
  const room = width - 2 * margin;
  // Above, between and below the three stand the line and free rows.
  const most = height - barHeight - timeHeight - 5;
  const bar = { fraction: total > 0 ? done / total : 0, width: room, height: barHeight, glyphs };
  const time = Number.isFinite(secondsLeft) ? `${clock(secondsLeft)} left` : '';
  const rows: RowLike[] = [
    line,
    '',
    ...large(`${done}/${total > 0 ? total : '?'}`, most),
    '',
    ...thickBar(bar),
    '',
    ...large(time, timeHeight),
  ];
  const above = Math.max(0, Math.floor((height - rows.length) / 2));
  return [...Array<RowLike>(above).fill(''), ...rows].map((row) => centred(row, width));

  function large(text: string, rowsAtMost: number): Row[] {
    const rowCount = blockTextHeight(text, { width: room, height: rowsAtMost });
    const piece = span(text, 'strong');
    return rowCount === undefined ? [[piece]] : largeRows([piece], { height: rowCount, glyphs });
  }
}
