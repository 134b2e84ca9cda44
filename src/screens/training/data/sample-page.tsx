import { Box } from 'ink';
import { useEffect } from 'react';
import { useStore } from 'zustand';
import type { DataSample } from '../../../host/protocol.js';
import type { DataLook } from '../../../state/training-data/data-look.js';
import { greyLines } from '../../../ui/components/half-blocks.js';
import { Panel, panelInner } from '../../../ui/components/panel.js';
import { Picture } from '../../../ui/components/picture.js';
import { Raw, Rows } from '../../../ui/components/rows.js';
import { type RowLike, span } from '../../../ui/rows.js';
import { useTerminal } from '../../../ui/terminal/terminal-context.js';
import { imageOf } from '../../analytics/samples/use-sample.js';
import { wrapWords } from '../../wrap-words.js';
import { originWords } from './origin-words.js';

export interface SamplePageProps {
  data: DataLook;
  sample: DataSample;
  width: number;
  height: number;
}

/** Cells of 28 pixels, a border and the space beside them. */
const seenWidth = 32;
const seenHeight = 14;

/** One sample as it was, and the 28x28 that was made of it. */
export function SamplePage({ data, sample, width, height }: SamplePageProps) {
  const terminal = useTerminal();
  const original = useStore(data.original.store);
  useEffect(() => data.original.want(sample.index), [data, sample.index]);
  const left = { width: width - seenWidth, height };
  const inner = panelInner(left);
  const right = panelInner({ width: seenWidth, height });
  const lines = greyLines(imageOf(sample), terminal);
  const ready = original.status === 'ready' ? original.value : undefined;
  const note = ready ? `${ready.width}x${ready.height}` : '';
  const trouble =
    original.status === 'failed' ? `${terminal.glyphs.cross} ${original.problem}` : '';
  return (
    <Box>
      <Panel title="As it was" note={[span(note, 'dim')]} tone="accent" {...left}>
        {ready ? (
          <Picture png={ready.png} cacheKey={ready.key} {...inner} />
        ) : (
          <Rows
            rows={wrapWords(trouble, inner.width).map((line) => [span(line, 'bad')])}
            {...inner}
          />
        )}
      </Panel>
      <Panel title="28x28, what it sees" width={seenWidth} height={height}>
        <Raw lines={lines} width={28} height={seenHeight} />
        <Rows
          rows={sampleRows(sample, right.width)}
          width={right.width}
          height={right.height - seenHeight}
        />
      </Panel>
    </Box>
  );
}

function sampleRows(sample: DataSample, width: number): RowLike[] {
  const { label, source } = sample;
  return [
    [span('said to be  ', 'dim'), span(String(label), 'strong')],
    ...wrapWords(originWords(sample), width).map((line) => [span(line, 'dim')]),
    ...wrapWords(`of ${source}`, width).map((line) => [span(line, 'dim')]),
  ];
}
