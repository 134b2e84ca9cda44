import { Box } from 'ink';
import { useMemo } from 'react';
import type { ShownPreview } from '../../state/recognition-previews.js';
import type { ReadPicture } from '../../state/recognition-reading.js';
import { DigitGrid } from '../../ui/components/digit-grid.js';
import { Panel, panelInner } from '../../ui/components/panel.js';
import { Rows } from '../../ui/components/rows.js';
import { span } from '../../ui/rows.js';
import { useTerminal } from '../../ui/terminal/terminal-context.js';
import { answerRows } from '../recognition/answer-rows.js';
import type { PictureLayout } from '../recognition/picture-layout.js';
import { PreviewView } from '../recognition/preview-view.js';

export interface AnswerPanelsProps {
  title: string;
  result: ReadPicture;
  preview: ShownPreview | undefined;
  /** The name of the model that answered. */
  model: string | undefined;
  layout: PictureLayout;
}

/** A picture, what the network sees of it, and the answer, beside each other. */
export function AnswerPanels({ title, result, preview, model, layout }: AnswerPanelsProps) {
  const { glyphs } = useTerminal();
  const { panelHeight: height, pictureWidth, gridWidth, answerWidth, gridScale } = layout;
  const picture = { title, width: pictureWidth, height };
  const answer = panelInner({ width: answerWidth, height });
  const pixels = useMemo(() => Buffer.from(result.seen.pixels, 'base64'), [result]);
  const size = preview?.status === 'ready' ? `${preview.width}x${preview.height}` : '';
  return (
    <Box height={height}>
      <Panel {...picture} note={[span(size, 'dim')]}>
        <PreviewView preview={preview} {...panelInner(picture)} />
      </Panel>
      <Panel title="28x28, what it sees" width={gridWidth} height={height}>
        <Box height={height - 2} alignItems="center">
          <DigitGrid pixels={pixels} scale={gridScale} />
        </Box>
      </Panel>
      <Panel title="Answer" width={answerWidth} height={height}>
        <Rows rows={answerRows(result, { model, ...answer, glyphs })} {...answer} />
      </Panel>
    </Box>
  );
}
