import { Box } from 'ink';
import { useEffect } from 'react';
import { probabilitiesOf } from '../../../core/analysis/scored-samples.js';
import type { Pair } from '../../../state/analytics/common-samples.js';
import { type CompareState, decisive } from '../../../state/analytics/compare-state.js';
import type { Compare } from '../../../state/analytics/compare-store.js';
import type { Compared } from '../../../state/analytics/compared.js';
import { DigitGrid } from '../../../ui/components/digit-grid.js';
import { Panel, panelInner } from '../../../ui/components/panel.js';
import { Rows } from '../../../ui/components/rows.js';
import { fitEnd, span } from '../../../ui/rows.js';
import { useTerminal } from '../../../ui/terminal/terminal-context.js';
import { wrapWords } from '../../wrap-words.js';
import { useViewArea } from '../analytics-frame.js';
import { answerBars } from '../answer-bars.js';
import { decisiveRows } from './decisive-words.js';

export interface DecisivePictureProps {
  compare: Compare;
  pair: Pair;
  state: CompareState;
  compared: Compared;
}

/** 28 pixels and a border. */
const pictureSize = { width: 32, height: 16 };

/** One of the pictures that decide, large, with the probabilities of both. */
export function DecisivePicture({ compare, pair, state, compared }: DecisivePictureProps) {
  const { glyphs } = useTerminal();
  const area = useViewArea();
  const { place } = state;
  const indices = decisive(state);
  const index = indices[place];
  // biome-ignore lint/correctness/useExhaustiveDependencies: of other pictures the same places are to be loaded.
  useEffect(() => {
    void compare.load(Math.max(0, place - 1), place + 2);
  }, [compare, place, indices]);

  const sample = state.pictures.get(index);
  const isLarge = area.width >= 120 && area.height >= 33;
  const picture = isLarge ? { width: 60, height: 30 } : pictureSize;
  const half = Math.floor((area.width - picture.width) / 2);
  const bars = (who: 'a' | 'b', width: number) => {
    const frame = {
      title: `${who.toUpperCase()} ${pair[who].name}`,
      width,
      height: picture.height,
    };
    const inner = panelInner(frame);
    const probabilities = probabilitiesOf(
      { labels: compared.labels, probabilities: compared[who] },
      index,
    );
    const label = compared.labels[index];
    const rows = answerBars({ probabilities, label, width: inner.width, glyphs });
    return (
      <Panel {...frame}>
        <Rows rows={['', ...rows]} {...inner} />
      </Panel>
    );
  };
  const { pictureProblem: problem } = state;
  const below = [
    ...decisiveRows(compared, index),
    ...(sample?.file === undefined
      ? []
      : [[span(fitEnd(sample.file, area.width).trimEnd(), 'dim')]]),
    ...(problem === undefined
      ? []
      : wrapWords(problem, area.width).map((line) => [span(line, 'bad')])),
  ];
  return (
    <>
      <Box>
        <Panel title={`${place + 1}/${indices.length}: a ${compared.labels[index]}`} {...picture}>
          {sample && (
            <DigitGrid pixels={Buffer.from(sample.pixels, 'base64')} scale={isLarge ? 2 : 1} />
          )}
        </Panel>
        {bars('a', half)}
        {bars('b', area.width - picture.width - half)}
      </Box>
      <Rows rows={below} width={area.width} height={area.height - picture.height} />
    </>
  );
}
