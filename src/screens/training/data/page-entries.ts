import { type DataPage, dataPages } from '../../../state/training-data/data-look.js';
import { cellWidth, cut } from '../../../ui/cells.js';
import { entriesRow, type RowEntry } from '../../../ui/components/row-entries.js';
import type { Glyphs } from '../../../ui/glyphs.js';
import { rowWidth, span } from '../../../ui/rows.js';

export interface PageEntriesOptions {
  page: DataPage;
  /** What the samples are of. */
  source: string;
  width: number;
  glyphs: Glyphs;
}

/** ` Overview  Samples  Duplicates  Left out      data/mine`: the open page is marked; a click on another opens it. */
export function pageEntries({
  page,
  source,
  width,
  glyphs,
}: PageEntriesOptions): RowEntry<DataPage>[] {
  const tabs = dataPages.map(({ name, title }): RowEntry<DataPage> => {
    const words = name === page ? `${glyphs.pointer}${title} ` : ` ${title} `;
    return { row: [span(words, name === page ? 'accent' : 'dim')], value: name };
  });
  const room = Math.max(0, width - rowWidth(entriesRow(tabs)) - 1);
  const shown = cut(source, Math.max(0, room - 1), { keep: 'end', ellipsis: glyphs.ellipsis });
  const gap = ' '.repeat(Math.max(0, room - cellWidth(shown)));
  return [...tabs, { row: [gap, span(shown, 'strong')] }];
}
