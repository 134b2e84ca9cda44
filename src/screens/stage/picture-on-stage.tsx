import { Box } from 'ink';
import type { PictureResult } from '../../host/protocol.js';
import type { ShownPreview } from '../../state/recognition-previews.js';
import { Rows } from '../../ui/components/rows.js';
import type { RowLike } from '../../ui/rows.js';
import { useTerminal, useWorkArea } from '../../ui/terminal/terminal-context.js';
import { PreviewView } from '../recognition/preview-view.js';
import { errorRows, signRows, trustRows } from './picture-words.js';
import { stagePictureLayout } from './stage-layout.js';

export interface PictureOnStageProps {
  /** The one line of words, of `leftWidth` cells. */
  title: (leftWidth: number) => RowLike;
  result: PictureResult;
  preview: ShownPreview | undefined;
}

/** A picture at the left, its answer as tall as the screen at the right, and how sure it is. */
export function PictureOnStage({ title, result, preview }: PictureOnStageProps) {
  const { glyphs } = useTerminal();
  const area = useWorkArea();
  const layout = stagePictureLayout(area);
  const { leftWidth, answerWidth, rim } = layout;
  const below = { width: leftWidth, height: area.height - 2 * rim - 1 };
  return (
    <Box>
      <Box flexDirection="column" marginLeft={2} marginTop={rim}>
        <Rows rows={[title(leftWidth)]} width={leftWidth} />
        {'error' in result ? (
          <Rows rows={errorRows(result, below)} {...below} />
        ) : (
          <>
            <PreviewView preview={preview} {...layout.picture} />
            <Rows rows={trustRows(result, layout, glyphs)} width={leftWidth} />
          </>
        )}
      </Box>
      <Box height={area.height} alignItems="center">
        <Rows rows={signRows(result, layout, glyphs)} width={answerWidth} />
      </Box>
    </Box>
  );
}
