import type { Subject } from '../../state/analytics/subject.js';
import { cellWidth } from '../../ui/cells.js';
import { rowWindow } from '../../ui/components/row-window.js';
import { percent } from '../../ui/format.js';
import type { Glyphs } from '../../ui/glyphs.js';
import { joinColumns, type Row, rowText, span } from '../../ui/rows.js';
import { runWords } from '../home/shown-run.js';

export interface SubjectRowsOptions {
  subjects: readonly Subject[];
  /** The one that the cursor is on. */
  place: number;
  /** The name of the one that is looked at. */
  current: string | undefined;
  width: number;
  /** Rows at most. */
  height: number;
  glyphs: Glyphs;
}

/** Models and runs to choose among, each with its accuracy and what became of it. */
export function subjectRows({
  subjects,
  place,
  current,
  width,
  height,
  glyphs,
}: SubjectRowsOptions): Row[] {
  if (subjects.length === 0) return [[span('nothing here yet: train a model (2)')]];
  const { from, to } = rowWindow({ count: subjects.length, place, height });
  const longest = Math.max(...subjects.map(({ name }) => cellWidth(name)));
  const nameWidth = Math.min(Math.floor(width / 2), longest + 2);
  return subjects.slice(from, to).map((subject, index) => {
    const mark = subject.name === current ? glyphs.pointer : ' ';
    const row = joinColumns([
      { row: [span(`${mark} `, 'accent'), subject.name], width: nameWidth },
      { row: percent(accuracyOf(subject), 2), width: 8, align: 'right' },
      { row: [span(...wordsOf(subject, glyphs))], width: width - nameWidth - 12 },
    ]);
    return from + index === place ? [span(rowText(row), 'selected')] : row;
  });
}

function accuracyOf({ card, run }: Subject): number {
  return (
    card?.test?.accuracy ??
    card?.validation.accuracy ??
    run?.best?.validation.accuracy ??
    Number.NaN
  );
}

function wordsOf({ card, run, problem }: Subject, glyphs: Glyphs): [string, 'dim' | 'bad'] {
  if (problem !== undefined) return [`${glyphs.cross} ${problem}`, 'bad'];
  const kind = card ? 'model' : 'run';
  return [run ? `${kind}, ${runWords(run, glyphs)}` : `${kind}, no run of it here`, 'dim'];
}
