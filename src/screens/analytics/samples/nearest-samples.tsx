import type { NearestAnswer } from '../../../host/protocol.js';
import type { Asked } from '../../../state/analytics/latest.js';
import { Rows } from '../../../ui/components/rows.js';
import { span } from '../../../ui/rows.js';
import { useTerminal } from '../../../ui/terminal/terminal-context.js';
import { wrapWords } from '../../wrap-words.js';
import { Mosaic } from './mosaic.js';
import { mosaicLayout } from './mosaic-layout.js';
import { neighbourCaption } from './nearest-words.js';
import { imageOf } from './use-sample.js';

export interface NearestSamplesProps {
  nearest: Asked<NearestAnswer>;
  /** The label of the sample that they are near to. */
  label: number;
  /** Pixels of a picture as it is drawn. */
  side: number;
  /** Cells. */
  width: number;
  height: number;
}

/** Training samples that look like one, the nearest first, each with its label and its distance. */
export function NearestSamples({ nearest, label, side, ...size }: NearestSamplesProps) {
  const { glyphs } = useTerminal();
  if (nearest.status === 'failed') {
    const lines = wrapWords(`${glyphs.cross} ${nearest.problem}`, size.width);
    return <Rows rows={lines.map((line) => [span(line, 'bad')])} {...size} />;
  }
  if (nearest.status !== 'ready') return null;
  const pictures = nearest.value.neighbours.map((neighbour) => ({
    image: imageOf(neighbour),
    caption: neighbourCaption(neighbour, label),
  }));
  return (
    <Mosaic
      pictures={pictures}
      layout={mosaicLayout({ ...size, side })}
      side={side}
      captions="above"
      {...size}
    />
  );
}
