import { type AnalyticsView, analyticsViews } from '../../state/analytics/analytics-store.js';
import type { Subject } from '../../state/analytics/subject.js';
import { cellWidth, cut } from '../../ui/cells.js';
import { entriesRow, type RowEntry } from '../../ui/components/row-entries.js';
import type { Glyphs } from '../../ui/glyphs.js';
import { rowWidth, span } from '../../ui/rows.js';
import { subjectWords } from './subject-words.js';

export interface ViewEntriesOptions {
  view: AnalyticsView;
  subject: Subject | undefined;
  width: number;
  glyphs: Glyphs;
}

/**
 * ` Curves  Network  Scores …          mnist-fast`: the open view is marked; a click on another opens it. Where there is
 * room for it, what the subject is stands behind its name.
 */
export function viewEntries({
  view,
  subject,
  width,
  glyphs,
}: ViewEntriesOptions): RowEntry<AnalyticsView>[] {
  const tabs = analyticsViews.map(({ name, title }): RowEntry<AnalyticsView> => {
    const words = name === view ? `${glyphs.pointer}${title} ` : ` ${title} `;
    return { row: [span(words, name === view ? 'accent' : 'dim')], value: name };
  });
  const room = width - rowWidth(entriesRow(tabs)) - 1;
  const words = subject ? `  ${subjectWords(subject, glyphs)}` : '';
  const name = subject?.name ?? '';
  const hasWords = cellWidth(name + words) + 1 <= room;
  const shown = hasWords ? name : cut(name, Math.max(0, room - 1), glyphs);
  const right = [span(shown, 'strong'), span(hasWords ? words : '', 'dim')];
  return [...tabs, { row: [' '.repeat(Math.max(0, room - rowWidth(right))), ...right] }];
}
