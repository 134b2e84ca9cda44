import type { RunSummary } from '../../../host/protocol.js';
import { percent } from '../../../ui/format.js';
import type { Glyphs } from '../../../ui/glyphs.js';
import { type Span, span } from '../../../ui/rows.js';
import { ordinal } from '../history/state-words.js';

/** Cells of a value of the table. */
export const cellWidthOfSweep = 12;

/** The best validation accuracy of a run so far, and whether it is the final one; what keeps it from having any. */
export function sweepCell(
  run: RunSummary | undefined,
  best: RunSummary | undefined,
  glyphs: Glyphs,
): Span {
  if (!run) return span('-', 'dim');
  const { status, queued, epoch, request } = run;
  if (queued !== undefined) return span(`${ordinal(queued)} to go`, 'dim');
  const epochs = request?.settings.epochs ?? '?';
  switch (status) {
    case 'waiting':
      return span(`${glyphs.dot} loading`, 'accent');
    case 'running':
      return span(`${glyphs.dot} ${epoch}/${epochs}`, 'accent');
    case 'paused':
      return span(`${glyphs.dot} paused`, 'warning');
    case 'failed':
      return span(`${glyphs.cross} failed`, 'bad');
    case 'stopped':
    case 'completed': {
      const accuracy = percent(run.best?.validation.accuracy ?? Number.NaN, 2);
      if (run === best) return span(`${glyphs.best} ${accuracy}`, 'good');
      return status === 'stopped' ? span(`${accuracy} st.`, 'warning') : span(accuracy);
    }
  }
}
