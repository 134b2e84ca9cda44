import { Box } from 'ink';
import { useMemo } from 'react';
import type { ReadPicture } from '../../state/recognition-reading.js';
import type { RecognitionState } from '../../state/recognition-state.js';
import type { Recognition } from '../../state/recognition-store.js';
import { DigitGrid } from '../../ui/components/digit-grid.js';
import { Panel, panelInner } from '../../ui/components/panel.js';
import { Rows } from '../../ui/components/rows.js';
import type { Glyphs } from '../../ui/glyphs.js';
import type { Row } from '../../ui/rows.js';
import { span } from '../../ui/rows.js';
import { useTerminal, useWorkArea } from '../../ui/terminal/terminal-context.js';
import { wrapWords } from '../wrap-words.js';
import { answerRows, probabilityRows, stageRows } from './answer-rows.js';
import { type PictureLayout, pictureLayout } from './picture-layout.js';
import { PicturePanel, pictureTitle } from './picture-panel.js';
import { progressRows } from './summary-rows.js';
import { TurnArea } from './turn-area.js';

export interface PictureViewProps {
  recognition: Recognition;
  state: RecognitionState;
}

/** One picture large: itself, what the network sees of it, and the answer. */
export function PictureView({ recognition, state }: PictureViewProps) {
  const { reading, selected } = state;
  const result = reading?.results[selected];
  if (!result) return null;
  return (
    <TurnArea recognition={recognition}>
      {'error' in result ? (
        <UnreadablePicture state={state} error={result.error} />
      ) : (
        <Answer state={state} result={result} />
      )}
    </TurnArea>
  );
}

function Answer({ state, result }: { state: RecognitionState; result: ReadPicture }) {
  const { glyphs } = useTerminal();
  const area = useWorkArea();
  const layout = pictureLayout(area);
  const { panelHeight: height, gridWidth, answerWidth } = layout;
  const answer = { width: answerWidth, height };
  const words = area.width - 2;
  const below = detailRows(state, result, { width: words, glyphs, layout });
  return (
    <>
      <Box height={height}>
        <PicturePanel state={state} width={layout.pictureWidth} height={height} />
        <Panel title="28x28, what it sees" width={gridWidth} height={height}>
          <SeenGrid pixels={result.seen.pixels} scale={layout.gridScale} height={height - 2} />
        </Panel>
        <Panel title="Answer" {...answer}>
          <Rows
            {...fill(
              answerRows(result, {
                model: state.reading?.model,
                ...panelInner(answer),
                glyphs,
              }),
              answer,
            )}
          />
        </Panel>
      </Box>
      <Box paddingX={1}>
        <Rows rows={below} width={words} height={layout.barRows + layout.stageRows} />
      </Box>
    </>
  );
}

/** What stands below the panels: the bars and in short what was done, or at length what was done. */
function detailRows(
  { reading, details }: RecognitionState,
  result: ReadPicture,
  { width, glyphs, layout }: { width: number; glyphs: Glyphs; layout: PictureLayout },
): Row[] {
  const { barRows, stageRows: rows } = layout;
  if (details === 'stages') return stageRows(result, { width, rows: barRows + rows, glyphs });
  const bars = probabilityRows(result, { width, glyphs, rows: barRows });
  if (reading?.status === 'reading' || reading?.status === 'failed') {
    // What goes on, or went wrong, matters more than what was done to the picture, and is told whole.
    const news = progressRows(reading, { width, glyphs });
    return news.length > rows ? news : [...bars, ...news];
  }
  return [...bars, ...stageRows(result, { width, rows, glyphs })];
}

/** The 28x28 in the middle of a panel. */
function SeenGrid({ pixels, scale, height }: { pixels: string; scale: 1 | 2; height: number }) {
  const bytes = useMemo(() => Buffer.from(pixels, 'base64'), [pixels]);
  return (
    <Box height={height} alignItems="center">
      <DigitGrid pixels={bytes} scale={scale} />
    </Box>
  );
}

function UnreadablePicture({ state, error }: { state: RecognitionState; error: string }) {
  const { glyphs } = useTerminal();
  const { width, height } = useWorkArea();
  const frame = { title: pictureTitle(state), width, height };
  const inner = panelInner(frame);
  const lines = wrapWords(`${glyphs.cross} ${error}`, inner.width);
  const rows = [
    '',
    ...lines.map((line) => [span(line, 'bad')]),
    '',
    [span('o opens another one, r tries this one again', 'dim')],
  ];
  return (
    <Panel {...frame}>
      <Rows rows={rows} {...inner} />
    </Panel>
  );
}

function fill(rows: ReturnType<typeof answerRows>, panel: { width: number; height: number }) {
  return { rows, ...panelInner(panel) };
}
