import { Box } from 'ink';
import { useEffect } from 'react';
import { useStore } from 'zustand';
import { Panel, panelInner } from '../../../ui/components/panel.js';
import { Rows } from '../../../ui/components/rows.js';
import { count } from '../../../ui/format.js';
import type { Availability } from '../../../ui/keys/keys.js';
import { useKeys } from '../../../ui/keys/use-keys.js';
import { span } from '../../../ui/rows.js';
import { useTerminal } from '../../../ui/terminal/terminal-context.js';
import { wrapWords } from '../../wrap-words.js';
import { AnalyticsFrame, useViewArea } from '../analytics-frame.js';
import { ChosenPanel, chosenWidth } from './chosen-panel.js';
import type { ListViewProps } from './list-view-props.js';
import { Mosaic } from './mosaic.js';
import { mosaicLayout, pageSize, pageStart } from './mosaic-layout.js';
import { answerCaption, listTitle } from './sample-words.js';
import { imageOf, useSample } from './use-sample.js';

/** The pictures of a list beside and below each other, the most confident first, a page at a time. */
export function CellView(props: ListViewProps) {
  const { analytics, status, scores, samples: store, list } = props;
  const { glyphs } = useTerminal();
  const area = useViewArea();
  const { samples, pictures, problem } = useStore(store.store);
  const looked = useSample(scores, store, list);
  const { place, indices } = list;

  const beside = area.width >= 112 ? chosenWidth : 0;
  const frame = { width: area.width - beside, height: area.height };
  const inner = panelInner(frame);
  const trouble = problem === undefined ? [] : wrapWords(`${glyphs.cross} ${problem}`, inner.width);
  const room = { width: inner.width, height: inner.height - trouble.length };
  const whole = mosaicLayout({ ...room, side: 28 });
  const fitting = indices.length <= pageSize(whole) ? 'full' : 'half';
  const size = pictures ?? fitting;
  const side = size === 'full' ? 28 : 14;
  const layout = size === 'full' ? whole : mosaicLayout({ ...room, side });
  const page = pageSize(layout);
  const from = pageStart(place, layout);
  const to = Math.min(indices.length, from + page);
  useEffect(() => {
    // What was not loaded is asked for again as soon as one goes on.
    void store.load(from, Math.max(to, place)).then(() => store.load(to, to + page));
  }, [store, from, to, page, place]);

  const move = (places: number) => () => store.move(places);
  const all = 'all are on this page';
  const availability: Availability = {
    'next-page': indices.length > page ? true : all,
    'previous-page': indices.length > page ? true : all,
  };
  useKeys(
    'analytics-cell',
    {
      'open-sample': () => store.show('sample'),
      'toggle-size': () => store.showPictures(size === 'full' ? 'half' : 'full'),
      'go-left': move(-1),
      'go-right': move(1),
      'go-up': move(-layout.columns),
      'go-down': move(layout.columns),
      'previous-page': move(-page),
      'next-page': move(page),
      'go-first': () => store.moveTo(0),
      'go-last': () => store.moveTo(indices.length - 1),
      back: () => store.back(),
    },
    { availability },
  );
  const shown = indices.slice(from, to).map((index) => {
    const sample = samples.get(index);
    return {
      image: sample && imageOf(sample),
      caption: looked ? answerCaption(looked.scored, index, glyphs) : '',
    };
  });
  const order = list.query.kind === 'cell' ? ', the surest first' : '';
  const note = `${count(from + 1)} to ${count(to)} of ${count(indices.length)}${order}`;
  return (
    <AnalyticsFrame
      analytics={analytics}
      place="analytics-cell"
      availability={availability}
      status={status}
    >
      <Box>
        <Panel title={listTitle(list.query)} note={[span(note, 'dim')]} tone="accent" {...frame}>
          <Rows rows={trouble.map((line) => [span(line, 'bad')])} width={inner.width} />
          <Mosaic
            pictures={shown}
            layout={layout}
            side={side}
            selected={place - from}
            {...room}
            onPress={(pressed) => {
              if (from + pressed === place) store.show('sample');
              else store.moveTo(from + pressed);
            }}
          />
        </Panel>
        {beside > 0 && looked && (
          <ChosenPanel looked={looked} width={beside} height={area.height} />
        )}
      </Box>
    </AnalyticsFrame>
  );
}
