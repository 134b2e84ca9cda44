import type { RunNews } from '../state/run-news.js';
import { percent } from '../ui/format.js';
import type { Glyphs } from '../ui/glyphs.js';
import { rowText, type Span, span } from '../ui/rows.js';
import { eventWords } from './training/event-words.js';

/** Where the person is who is told. */
export interface NewsPlace {
  /** Whether Training shows that run. */
  run: 'shown' | 'hidden';
  /** The key that leads to it. */
  key: 'v' | '2';
}

/** A line on what happened to a run elsewhere; undefined where the screen says it already. */
export function newsWords(
  { run, event }: RunNews,
  { run: isShown, key }: NewsPlace,
  glyphs: Glyphs,
): Span | undefined {
  const name = isShown === 'shown' ? '' : `${run}: `;
  switch (event.type) {
    case 'begun':
      return isShown === 'shown'
        ? span(`${run} has begun`)
        : span(`${run} is training: ${key} shows it`, 'accent');
    case 'completed':
      if (isShown === 'shown') return undefined;
      return span(
        `${name}finished, ${percent(event.validation.accuracy, 2)} in validation: ${key} shows it`,
        'good',
      );
    case 'failed':
      if (isShown === 'shown') return undefined;
      return span(`${name}${event.reason}: ${event.remedy}`, 'bad');
    case 'paused':
    case 'stopped':
      return span(`${name}${rowText(eventWords(event, glyphs))}`, 'warning');
    case 'resumed':
    case 'settings-changed':
      return span(`${name}${rowText(eventWords(event, glyphs))}`);
  }
}
