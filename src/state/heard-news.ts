import type { RunEvent } from '../core/run/event.js';
import type { LoadProgress } from '../host/protocol.js';

/** What the host has told of a run, before it is shown. */
export type HeardNews = { run: string } & ({ event: RunEvent } | { loading: LoadProgress });

/** What was heard before the events so far had come, without those that are among them. */
export function withoutKnown(news: readonly HeardNews[], events: readonly RunEvent[]): HeardNews[] {
  if (news.length === 0) return [];
  const known = new Set(events.map((event) => JSON.stringify(event)));
  return news.filter((piece) => !('event' in piece && known.has(JSON.stringify(piece.event))));
}
