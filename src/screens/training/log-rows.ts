import type { LoggedEvent } from '../../state/run-view.js';
import type { Glyphs } from '../../ui/glyphs.js';
import type { Row } from '../../ui/rows.js';
import { span } from '../../ui/rows.js';
import { clockTime } from './clock-time.js';
import { eventWords } from './event-words.js';

/** The last events that fit into `height` rows, with the time of each; the newest is the lowest. */
export function logRows(log: readonly LoggedEvent[], height: number, glyphs: Glyphs): Row[] {
  return (height > 0 ? log.slice(-height) : []).map((event) => [
    span(` ${clockTime(event.at)}  `, 'dim'),
    ...eventWords(event, glyphs),
  ]);
}
