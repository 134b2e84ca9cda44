import { useEffect } from 'react';
import type { CompareState } from '../../../state/analytics/compare-state.js';
import { decisive } from '../../../state/analytics/compare-state.js';
import type { Compare } from '../../../state/analytics/compare-store.js';
import type { Compared } from '../../../state/analytics/compared.js';
import { Panel, panelInner } from '../../../ui/components/panel.js';
import { Rows } from '../../../ui/components/rows.js';
import { span } from '../../../ui/rows.js';
import { wrapWords } from '../../wrap-words.js';
import { Mosaic } from '../samples/mosaic.js';
import { mosaicLayout, pageSize, pageStart } from '../samples/mosaic-layout.js';
import { imageOf } from '../samples/use-sample.js';
import { decisiveCaption, decisiveRows, decisiveTitle, otherSideNote } from './decisive-words.js';

export interface DecisivePanelProps {
  compare: Compare;
  state: CompareState;
  compared: Compared;
  /** Cells. */
  width: number;
  height: number;
}

/** Pixels of a picture as it is drawn; three of the smallest find room beside each other at 80 cells. */
const sides = [28, 20, 13];
/** Fewer at once are no overview. */
const leastPictures = 6;
/** What both answer to the one that is looked at, and a gap above. */
const wordsHeight = 3;

/** How many pictures there are side by side and on a page of such a panel. */
export function decisivePage(frame: { width: number; height: number }) {
  const { width, height } = panelInner(frame);
  const layouts = sides.map((side) => ({
    side,
    layout: mosaicLayout({ width, height: height - wordsHeight, side }),
  }));
  const found = layouts.find(({ layout }) => pageSize(layout) >= leastPictures);
  const { side, layout } = found ?? layouts[layouts.length - 1];
  return { side, layout, page: pageSize(layout) };
}

/** The pictures that only one of the two reads right, the other's most confident mistakes first. */
export function DecisivePanel({ compare, state, compared, ...frame }: DecisivePanelProps) {
  const { place, pictures, pictureProblem } = state;
  const indices = decisive(state);
  const { side, layout, page } = decisivePage(frame);
  const inner = panelInner(frame);
  const from = pageStart(place, layout);
  const to = Math.min(indices.length, from + page);
  // biome-ignore lint/correctness/useExhaustiveDependencies: of other pictures the same places are to be loaded.
  useEffect(() => {
    void compare.load(from, to);
  }, [compare, from, to, indices]);
  const shown = indices.slice(from, to).map((index) => {
    const sample = pictures.get(index);
    return {
      image: sample && imageOf(sample),
      caption: decisiveCaption(compared, index),
    };
  });
  const words = () => {
    if (pictureProblem !== undefined) {
      return wrapWords(pictureProblem, inner.width).map((line) => [span(line, 'bad')]);
    }
    return indices.length === 0 ? [] : ['', ...decisiveRows(compared, indices[place])];
  };
  const mosaic = { width: inner.width, height: inner.height - wordsHeight };
  return (
    <Panel
      title={decisiveTitle(state.side, indices.length)}
      note={otherSideNote(state.side, compared)}
      tone="accent"
      {...frame}
    >
      {indices.length === 0 ? (
        <Rows rows={[[span('There is none.', 'dim')]]} {...mosaic} />
      ) : (
        <Mosaic
          pictures={shown}
          layout={layout}
          side={side}
          selected={place - from}
          {...mosaic}
          onPress={(pressed) => {
            if (from + pressed === place) compare.enlarge();
            else compare.moveTo(from + pressed);
          }}
        />
      )}
      <Rows rows={words()} width={inner.width} height={wordsHeight} />
    </Panel>
  );
}
