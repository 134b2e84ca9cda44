import { Box } from 'ink';
import { useEffect } from 'react';
import { useStore } from 'zustand';
import { lossesOf } from '../../../core/analysis/covered-answers.js';
import { mostLikely } from '../../../core/metrics.js';
import type { Explanation } from '../../../state/analytics/explanation.js';
import type { Asked } from '../../../state/analytics/latest.js';
import {
  drawsHalfBlocks,
  enlarge,
  type GreyImage,
  greyLines,
} from '../../../ui/components/half-blocks.js';
import { Raw, Rows } from '../../../ui/components/rows.js';
import { type Row, span } from '../../../ui/rows.js';
import { useTerminal } from '../../../ui/terminal/terminal-context.js';
import { wrapWords } from '../../wrap-words.js';
import { useViewArea } from '../analytics-frame.js';
import { occlusionLines } from './occlusion-lines.js';
import { headRow } from './sample-head.js';
import type { SamplePageProps } from './sample-page.js';
import { legendWords, whyWords } from './why-words.js';

/** What the answer hangs on: the picture, and beside it what covering each part of it does. */
export function WhyPage({ looked, samples, list }: SamplePageProps) {
  const area = useViewArea();
  const { explanation } = samples.facts;
  const asked = useStore(explanation.store);
  const { index, image, sample } = looked;
  const isHere = sample !== undefined;
  useEffect(() => explanation.want(isHere ? index : undefined), [explanation, index, isHere]);
  return (
    <>
      <Rows rows={[headRow(looked, list, area.width)]} width={area.width} />
      {asked.status === 'ready' && image ? (
        <OcclusionView
          image={image}
          why={asked.value}
          width={area.width}
          height={area.height - 1}
        />
      ) : (
        <ExplanationNews asked={asked} width={area.width} />
      )}
    </>
  );
}

/** What stands there until an answer is explained, or why it is not. */
export function ExplanationNews({ asked, width }: { asked: Asked<Explanation>; width: number }) {
  const { glyphs } = useTerminal();
  const rows =
    asked.status === 'failed'
      ? wrapWords(`${glyphs.cross} ${asked.problem}`, width).map((line) => [span(line, 'bad')])
      : [[span('covering one part of the picture after the other', 'dim')]];
  return <Rows rows={['', ...rows]} width={width} />;
}

interface OcclusionViewProps {
  image: GreyImage;
  why: Explanation;
  /** Cells. */
  width: number;
  height: number;
}

/** Cells between the two pictures, and from where on words stand beside them. */
const gap = 2;
const leastBeside = 18;
/** Rows of words that there are at least below pictures of twice the size. */
const leastBelow = 6;

function OcclusionView({ image, why, width, height }: OcclusionViewProps) {
  const terminal = useTerminal();
  const { glyphs } = terminal;
  const isLarge = width >= 2 * 56 + gap && height >= 28 + leastBelow;
  const scale = isLarge ? 2 : 1;
  const [across, down] = [28 * scale, 14 * scale];
  const beside = width - 2 * (across + gap);
  const { occlusion, probabilities } = why;
  const answer = mostLikely(probabilities);
  const losses = lossesOf(occlusion, probabilities[answer]);
  const map = { pixels: image.pixels, losses, digits: occlusion.digits, answer };
  const signs = drawsHalfBlocks(terminal) ? 'colours' : 'shades';
  const legend = legendWords(occlusion.patch, signs, glyphs);
  const facts = whyWords(occlusion, answer, probabilities[answer]);
  const isBeside = beside >= leastBeside;
  const words: Row[] = [
    ...facts.flatMap((fact) => wrapWords(fact, width)).map((line) => [span(line)]),
    ...(isBeside ? [] : legend.flatMap((line) => wrapWords(line, width)).map(dim)),
  ];
  return (
    <>
      <Box height={down}>
        <Raw lines={greyLines(enlarge(image, scale), terminal)} width={across} height={down} />
        <Box marginLeft={gap}>
          <Raw lines={occlusionLines(map, { ...terminal, scale })} width={across} height={down} />
        </Box>
        {isBeside && (
          <Box marginLeft={gap}>
            <Rows
              rows={legend.flatMap((line) => wrapWords(line, beside)).map(dim)}
              width={beside}
              height={down}
            />
          </Box>
        )}
      </Box>
      <Rows rows={['', ...words]} width={width} height={height - down} />
    </>
  );
}

function dim(line: string): Row {
  return [span(line, 'dim')];
}
