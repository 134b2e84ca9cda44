import { cardScore, scoreWords } from '../../model/card-score.js';
import type { RunHistory } from '../../state/analytics/analytics-store.js';
import type { Subject } from '../../state/analytics/subject.js';
import { Rows } from '../../ui/components/rows.js';
import { percent } from '../../ui/format.js';
import { type Row, span } from '../../ui/rows.js';
import { useTerminal } from '../../ui/terminal/terminal-context.js';
import { curvePage } from '../stage/curve-page.js';
import { type StageArea, stagePage } from '../stage/stage-page.js';
import { wrapWords } from '../wrap-words.js';
import { useViewArea } from './analytics-frame.js';
import { endingWords } from './ending-words.js';
import { whyNoCurves } from './no-curves.js';

export interface CurvesOnStageProps {
  subject: Subject;
  history: RunHistory;
}

/** Curves for a projector: one figure, and the curve that led to it. */
export function CurvesOnStage({ subject, history }: CurvesOnStageProps) {
  const { glyphs } = useTerminal();
  const area = useViewArea();
  return <Rows rows={stageRows(subject, history, { ...area, glyphs })} {...area} />;
}

function stageRows(subject: Subject, history: RunHistory, area: StageArea): Row[] {
  const why = whyNoCurves(subject, history);
  if (!why && history.status === 'ready') {
    return curvePage(history.run, endingWords(history.run, area.glyphs), area);
  }
  const lines = (why ?? []).flatMap(({ text, tone }) =>
    wrapWords(text, area.width - 8).map((line) => [span(line, tone)]),
  );
  const { card } = subject;
  const score = card && cardScore(card);
  if (!score) return stagePage([{ lines }], area);
  const figure = percent(score.accuracy, 2).replace(' ', '');
  return stagePage(
    [{ lines: [`accuracy ${scoreWords(score)}`] }, { large: figure }, { lines }],
    area,
  );
}
