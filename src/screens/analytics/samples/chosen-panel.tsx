import { Box } from 'ink';
import { waverOf } from '../../../core/analysis/waver.js';
import { confidenceBars } from '../../../ui/components/bars.js';
import { greyLines } from '../../../ui/components/half-blocks.js';
import { Panel, panelInner } from '../../../ui/components/panel.js';
import { Raw, Rows } from '../../../ui/components/rows.js';
import { type RowLike, span } from '../../../ui/rows.js';
import { useTerminal } from '../../../ui/terminal/terminal-context.js';
import { wrapWords } from '../../wrap-words.js';
import { answerSentence, fileWords, waverWords } from './sample-words.js';
import type { LookedAt } from './use-sample.js';

export interface ChosenPanelProps {
  looked: LookedAt;
  width: number;
  height: number;
}

/** Cells of the panel: the picture, its border and the space beside it. */
export const chosenWidth = 32;
/** Rows of the picture. */
const pictureRows = 14;

/** The picture that the cursor is on, whole, and what was answered. */
export function ChosenPanel({ looked, ...frame }: ChosenPanelProps) {
  const terminal = useTerminal();
  const { glyphs } = terminal;
  const inner = panelInner(frame);
  const { image, label, answer, probabilities, sample, scored } = looked;
  const lines = image ? greyLines(image, terminal) : [];
  const rows: RowLike[] = [
    '',
    answerSentence(label, answer),
    ...wrapWords(waverWords(waverOf(probabilities), probabilities), inner.width),
    '',
    ...confidenceBars({ probabilities, width: inner.width, glyphs }),
    '',
    ...wrapWords(fileWords(scored, sample), inner.width).map((line) => [span(line, 'dim')]),
  ];
  return (
    <Panel title="28x28, what it sees" {...frame}>
      <Box height={pictureRows}>
        <Raw lines={lines} width={lines.length > 0 ? 28 : 0} height={pictureRows} />
      </Box>
      <Rows rows={rows} width={inner.width} height={inner.height - pictureRows} />
    </Panel>
  );
}
