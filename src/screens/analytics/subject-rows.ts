import { cardScore } from '../../model/card-score.js';
import { canBeChosen, type Subject } from '../../state/analytics/subject.js';
import { cellWidth } from '../../ui/cells.js';
import { rowWindow } from '../../ui/components/row-window.js';
import { percent } from '../../ui/format.js';
import type { Glyphs } from '../../ui/glyphs.js';
import { joinColumns, type Row, rowText, span } from '../../ui/rows.js';
import { subjectWords } from './subject-words.js';

export interface SubjectRowsOptions {
  subjects: readonly Subject[];
  /** The one that the cursor is on. */
  place: number;
  /** The one that is looked at. */
  current: Subject | undefined;
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
    const mark = isLookedAt(subject, current) ? glyphs.pointer : ' ';
    const name = { row: [span(`${mark} `, 'accent'), subject.name], width: nameWidth };
    const words = subjectWords(subject, glyphs);
    const row = canBeChosen(subject)
      ? joinColumns([
          name,
          { row: percent(accuracyOf(subject), 2), width: 8, align: 'right' },
          { row: [span(words, 'dim')], width: width - nameWidth - 12 },
        ])
      : joinColumns([
          name,
          // The name stands beside it already.
          {
            row: [span(words.replace(`model ${subject.name} `, ''), 'bad')],
            width: width - nameWidth - 2,
          },
        ]);
    return from + index === place ? [span(rowText(row), 'selected')] : row;
  });
}

/** The next place from `from` on in a direction that can be chosen; `from` where there is none. */
export function nextSubject(subjects: readonly Subject[], from: number, direction: 1 | -1): number {
  for (let place = from + direction; place in subjects; place += direction) {
    if (canBeChosen(subjects[place])) return place;
  }
  return from;
}

function isLookedAt(subject: Subject, current: Subject | undefined): boolean {
  return subject.name === current?.name && canBeChosen(subject);
}

function accuracyOf({ card, run }: Subject): number {
  return (card && cardScore(card)?.accuracy) ?? run?.best?.validation.accuracy ?? Number.NaN;
}
