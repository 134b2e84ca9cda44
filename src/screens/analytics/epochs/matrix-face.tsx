import type { EpochsState } from '../../../state/analytics/epochs-state.js';
import { Panel, panelInner } from '../../../ui/components/panel.js';
import { Rows } from '../../../ui/components/rows.js';
import type { Glyphs } from '../../../ui/glyphs.js';
import { type RowLike, span } from '../../../ui/rows.js';
import { useTerminal } from '../../../ui/terminal/terminal-context.js';
import { wrapWords } from '../../wrap-words.js';
import { matrixRows } from '../scores/matrix-rows.js';
import { workRows } from '../work-rows.js';
import { changedTone, changeRows } from './change-rows.js';
import { epochNote, epochTitle } from './epoch-title.js';
import type { FaceProps } from './picture-face.js';

/** The confusion matrix of the epoch, and what changed since the one before. */
export function MatrixFace({ state, layout }: FaceProps) {
  const { glyphs } = useTerminal();
  const { scores, epoch } = state;
  const note = [span('m', 'accent'), span(' the picture', 'dim')];
  const left = { title: 'Label down, answer across', note, ...layout.left };
  const right = { title: epochTitle(state), note: epochNote(state, glyphs), ...layout.right };
  const [matrix, words] = [panelInner(left), panelInner(right)];
  const score = scores.byEpoch.get(epoch);
  const rows = score
    ? matrixRows(score, {
        cellHeight: layout.cellHeight,
        glyphs,
        toneOf: changedTone(scores, epoch),
      })
    : waitingRows(state, { width: matrix.width, glyphs });
  return (
    <>
      <Panel {...left}>
        <Rows rows={rows} {...matrix} />
      </Panel>
      <Panel {...right} tone="accent">
        <Rows rows={changeRows({ scores, epoch, ...words, glyphs })} {...words} />
      </Panel>
    </>
  );
}

/** Why there is no matrix of this epoch yet. */
function waitingRows(
  { scores }: EpochsState,
  options: { width: number; glyphs: Glyphs },
): RowLike[] {
  switch (scores.work) {
    case 'none':
    case 'working': {
      const words = 'The validation samples go through the weights of every epoch.';
      return workRows({ words, unit: 'epochs', progress: scores.progress, ...options });
    }
    case 'failed': {
      const lines = wrapWords(scores.problem ?? '', options.width);
      return [...lines.map((line) => [span(line, 'bad')]), '', [span('r tries again', 'dim')]];
    }
    case 'stopped':
    case 'done':
      return wrapWords('This epoch was not scored. r goes on.', options.width);
  }
}
