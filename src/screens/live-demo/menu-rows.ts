import type { Glyphs } from '../../ui/glyphs.js';
import type { Row, RowLike } from '../../ui/rows.js';
import { fitRow, joinColumns, rowText, span } from '../../ui/rows.js';
import { type Demo, type DemoNeeds, whyNot } from './demos.js';

export interface MenuOptions extends DemoNeeds {
  demos: readonly Demo[];
  /** The one that is looked at, as an index. */
  place: number;
  width: number;
  height: number;
  glyphs: Glyphs;
}

/** Rows of a demonstration: two, and a free one where there is room. */
export function menuPitch({ demos, height }: Pick<MenuOptions, 'demos' | 'height'>): 1 | 2 | 3 {
  if (height >= demos.length * 3 - 1) return 3;
  return height >= demos.length * 2 ? 2 : 1;
}

/** What can be shown, each with its letter and with what the room will see, or why it cannot. */
export function menuRows(options: MenuOptions): Row[] {
  const pitch = menuPitch(options);
  return options.demos.flatMap((demo, index) => {
    const { title, words } = demoRows(demo, options);
    const isLookedAt = index === options.place;
    const first = isLookedAt ? [span(rowText(fitRow(title, options.width)), 'selected')] : title;
    return [first, words, []].slice(0, pitch);
  });
}

function demoRows(demo: Demo, { hasModel, width }: MenuOptions): { title: Row; words: Row } {
  const why = whyNot(demo, { hasModel });
  const indented = (row: RowLike) =>
    joinColumns(
      [
        { row: '', width: indent },
        { row, width: width - indent },
      ],
      0,
    );
  return {
    title: joinColumns(
      [
        { row: [span(` ${demo.letter}`, 'accent')], width: indent },
        { row: [span(demo.title, why === undefined ? 'strong' : 'dim')], width: width - indent },
      ],
      0,
    ),
    words: indented([why === undefined ? span(demo.words, 'dim') : span(why, 'warning')]),
  };
}

const indent = 4;
