import type { RunSummary } from '../../../host/protocol.js';
import type { Glyphs } from '../../../ui/glyphs.js';
import { type Span, span } from '../../../ui/rows.js';

type Told = Pick<RunSummary, 'status' | 'queued'>;

/** `✓ finished`, `● running`, `2nd to go`: at most ten cells. */
export function stateWords({ status, queued }: Told, glyphs: Glyphs): Span {
  if (queued !== undefined) return span(`${ordinal(queued)} to go`, 'dim');
  switch (status) {
    case 'completed':
      return span(`${glyphs.check} finished`, 'good');
    case 'stopped':
      return span(`${glyphs.check} stopped`);
    case 'failed':
      return span(`${glyphs.cross} failed`, 'bad');
    case 'paused':
      return span(`${glyphs.dot} paused`, 'warning');
    case 'running':
      return span(`${glyphs.dot} running`, 'accent');
    case 'waiting':
      return span(`${glyphs.dot} loading`, 'accent');
  }
}

/** 1 → "1st". */
export function ordinal(place: number): string {
  const isTeen = place % 100 >= 11 && place % 100 <= 13;
  const endings: Record<number, string> = { 1: 'st', 2: 'nd', 3: 'rd' };
  return `${place}${(isTeen ? undefined : endings[place % 10]) ?? 'th'}`;
}
