import { Box } from 'ink';
import { useEffect } from 'react';
import { useStore } from 'zustand';
import { waverOf } from '../../../core/analysis/waver.js';
import type { OpenList, SampleList } from '../../../state/analytics/sample-list.js';
import { confidenceBars } from '../../../ui/components/bars.js';
import { enlarge, greyLines } from '../../../ui/components/half-blocks.js';
import { Raw, Rows } from '../../../ui/components/rows.js';
import { fitEnd, type RowLike, span } from '../../../ui/rows.js';
import { useTerminal } from '../../../ui/terminal/terminal-context.js';
import { useViewArea } from '../analytics-frame.js';
import { FilePicture } from './file-picture.js';
import { NearestSamples } from './nearest-samples.js';
import { nearestHeading } from './nearest-words.js';
import { headRow } from './sample-head.js';
import { sampleGap, sampleLayout, wordsAbove, wordsBelow } from './sample-layout.js';
import { fileWords, waverWords } from './sample-words.js';
import type { LookedAt } from './use-sample.js';

export interface SamplePageProps {
  looked: LookedAt;
  samples: SampleList;
  list: OpenList;
}

/** The picture, its ten probabilities, the file that it was made of, and what is like it in the training samples. */
export function SamplePage({ looked, samples, list }: SamplePageProps) {
  const terminal = useTerminal();
  const { glyphs } = terminal;
  const area = useViewArea();
  const layout = sampleLayout(area);
  const { facts } = samples;
  const { index, sample, image, probabilities, scored } = looked;
  const nearest = useStore(facts.nearest.store);
  const file = useStore(facts.file.store);
  const isHere = sample !== undefined;
  const hasFile = sample?.file !== undefined;
  useEffect(() => {
    facts.nearest.want(isHere ? index : undefined);
    facts.file.want(hasFile ? index : undefined);
  }, [facts, index, isHere, hasFile]);

  const { pictureWidth, pictureHeight, besideWidth } = layout;
  const problem = useStore(samples.store, (state) => state.problem);
  const lines = image ? greyLines(enlarge(image, layout.scale), terminal) : [];
  const above: RowLike[] = [
    headRow(looked, list, besideWidth),
    [span(waverWords(waverOf(probabilities), probabilities))],
  ];
  const below: RowLike[] = [
    [span(fitEnd(fileWords(scored, sample), besideWidth), 'dim')],
    [span(nearestHeading(nearest), nearest.status === 'failed' ? 'bad' : 'dim')],
  ];
  const bars = confidenceBars({ probabilities, width: layout.barsWidth, glyphs });
  return (
    <>
      <Box height={pictureHeight}>
        <Box width={pictureWidth} height={pictureHeight} flexShrink={0}>
          {image ? (
            <Raw lines={lines} width={pictureWidth} height={pictureHeight} />
          ) : (
            <Rows
              rows={[[span(problem === undefined ? '' : `${glyphs.cross} ${problem}`, 'bad')]]}
              width={pictureWidth}
            />
          )}
        </Box>
        <Box marginLeft={sampleGap} flexDirection="column" width={besideWidth} flexShrink={0}>
          <Rows rows={above} width={besideWidth} height={wordsAbove} />
          <Box
            flexDirection={layout.file === 'below-bars' ? 'column' : 'row'}
            height={pictureHeight - wordsAbove - wordsBelow}
            gap={layout.file === 'below-bars' ? 1 : sampleGap}
          >
            <Rows rows={bars} width={layout.barsWidth} />
            <FilePicture file={file} width={layout.fileWidth} height={layout.fileHeight} />
          </Box>
          <Rows rows={below} width={besideWidth} height={wordsBelow} />
        </Box>
      </Box>
      <NearestSamples
        nearest={nearest}
        label={looked.label}
        side={layout.neighbourSide}
        width={area.width}
        height={area.height - pictureHeight}
      />
    </>
  );
}
