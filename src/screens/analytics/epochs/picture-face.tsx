import { basename } from 'node:path';
import { Box } from 'ink';
import type { EpochsState, TracedPicture } from '../../../state/analytics/epochs-state.js';
import { DigitGrid } from '../../../ui/components/digit-grid.js';
import { Panel, panelInner } from '../../../ui/components/panel.js';
import { Rows } from '../../../ui/components/rows.js';
import { count } from '../../../ui/format.js';
import { type RowLike, span } from '../../../ui/rows.js';
import { useTerminal } from '../../../ui/terminal/terminal-context.js';
import { wrapWords } from '../../wrap-words.js';
import { workRows } from '../work-rows.js';
import { epochAnswerRows } from './answer-rows.js';
import { epochNote, epochTitle } from './epoch-title.js';
import type { EpochsLayout } from './epochs-layout.js';

export interface FaceProps {
  state: EpochsState;
  layout: EpochsLayout;
}

/** One picture, and what the weights of the epoch answer for it. */
export function PictureFace({ state, layout }: FaceProps) {
  const { glyphs } = useTerminal();
  const { picture } = state;
  const left = { title: pictureTitle(state), ...layout.left };
  const right = { title: epochTitle(state), note: epochNote(state, glyphs), ...layout.right };
  const inner = panelInner(right);
  const rows =
    picture.status === 'ready'
      ? answerRows(picture.picture, { ...inner, state, glyphs })
      : waitingRows(state, { ...inner, glyphs });
  return (
    <>
      <Panel {...left}>
        {picture.status === 'ready' && (
          <Box {...panelInner(left)} alignItems="center" justifyContent="center">
            <DigitGrid pixels={picture.picture.pixels} scale={layout.scale} />
          </Box>
        )}
      </Panel>
      <Panel {...right} tone="accent">
        <Rows rows={rows} {...inner} />
      </Panel>
    </>
  );
}

type RowsOptions = { width: number; height: number } & Pick<
  Parameters<typeof workRows>[0],
  'glyphs'
>;

function answerRows(
  picture: TracedPicture,
  { state, ...options }: RowsOptions & Pick<FaceProps, 'state'>,
): RowLike[] {
  const { trace, epoch } = state;
  if (trace.byEpoch.has(epoch)) return epochAnswerRows({ picture, trace, epoch, ...options });
  if (trace.work === 'working') {
    const words = 'The weights of every epoch look at it.';
    return workRows({ words, unit: 'epochs', progress: undefined, ...options });
  }
  if (trace.work === 'failed') return badRows(trace.problem ?? '', options.width);
  return wrapWords('Stopped: r goes on.', options.width);
}

/** Why there is no picture yet. */
function waitingRows({ hard, picture }: EpochsState, options: RowsOptions): RowLike[] {
  if (picture.status === 'failed') return badRows(picture.problem, options.width);
  if (picture.status === 'loading') return [];
  switch (hard.status) {
    case 'working': {
      const words = 'Looking for the validation samples that are hardest to read.';
      return workRows({ words, unit: 'samples', progress: hard.progress, ...options });
    }
    case 'failed':
      return badRows(hard.problem, options.width);
    case 'stopped':
      return wrapWords('Stopped. r looks for the hardest samples, f opens a file.', options.width);
    case 'ready':
      return hard.count === 0
        ? wrapWords('There are no validation samples. f opens a file.', options.width)
        : [];
    case 'none':
      return [];
  }
}

function badRows(problem: string, width: number): RowLike[] {
  const lines = wrapWords(problem, width).map((line) => [span(line, 'bad')]);
  return [...lines, '', [span('r tries again, f opens a file', 'dim')]];
}

/** `Hard 3/200: a 4`, or the name of the file. */
function pictureTitle({ picture, hard }: EpochsState): string {
  if (picture.status !== 'ready') return 'Picture';
  const { from, label } = picture.picture;
  if (from.kind === 'file') return basename(from.file);
  const of = hard.status === 'ready' ? `/${count(hard.order.length)}` : '';
  return `Hard ${from.place + 1}${of}: a ${label}`;
}
