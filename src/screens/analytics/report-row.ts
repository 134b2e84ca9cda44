import type { ReportState } from '../../state/analytics/report-writing.js';
import { progressBar } from '../../ui/components/progress-bar.js';
import type { Glyphs } from '../../ui/glyphs.js';
import { type Row, span } from '../../ui/rows.js';

/** How far the report is, or where it is; undefined where none was asked for. */
export function reportRow(
  state: ReportState,
  { width, glyphs }: { width: number; glyphs: Glyphs },
): Row | undefined {
  switch (state.status) {
    case 'idle':
      return undefined;
    case 'working': {
      const { progress, name } = state;
      if (!progress) return [span(` report on ${name}: asking the host, Esc cancels`)];
      const { phase, done: value, total } = progress;
      const label = phase === 'load' ? ' report: loading samples' : ' report: scoring samples';
      return progressBar({ label, value, total, width, glyphs, note: 'Esc cancels' });
    }
    case 'done': {
      const { file, folder, tables } = state;
      return [
        span(` ${glyphs.check} `, 'good'),
        span(file, 'strong'),
        span(` is written, and ${tables} tables in ${folder}`),
      ];
    }
    case 'failed':
      return [span(` ${glyphs.cross} no report: ${state.problem}`, 'bad')];
  }
}
