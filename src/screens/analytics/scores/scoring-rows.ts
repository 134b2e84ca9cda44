import type { Scoring } from '../../../state/analytics/scores-store.js';
import type { ScoringNews } from '../../../state/analytics/scoring-news.js';
import type { Subject } from '../../../state/analytics/subject.js';
import { progressBar } from '../../../ui/components/progress-bar.js';
import { duration, rate } from '../../../ui/format.js';
import type { Glyphs } from '../../../ui/glyphs.js';
import { type Row, type RowLike, span } from '../../../ui/rows.js';
import { wrapWords } from '../../wrap-words.js';

export interface ScoringRowsOptions {
  /** Undefined while it is not known what there is. */
  subjects: readonly Subject[] | undefined;
  subject: Subject | undefined;
  /** Why the host is not there. */
  lost: string | undefined;
  /** The samples in words. */
  samples: string;
  width: number;
  glyphs: Glyphs;
}

/** What stands in place of the scores until they are here, or why they are not. */
export function scoringRows(
  scoring: Exclude<Scoring, { status: 'ready' }>,
  { subjects, subject, lost, samples, width, glyphs }: ScoringRowsOptions,
): RowLike[] {
  const words = (text: string) => wrapWords(text, width);
  if (!subject) {
    if (subjects === undefined && lost !== undefined) return bad(lost);
    return subjects === undefined
      ? [[span('asking the host what models and runs there are', 'dim')]]
      : [...words('There is no model and no run here yet.'), '', keyRow('2', 'trains one')];
  }
  if (!subject.weights) {
    const why =
      subject.problem ??
      `${subject.name} has no weights yet: the first epoch of its run makes them`;
    return [...bad(why), '', keyRow('o', 'chooses another model or run')];
  }
  switch (scoring.status) {
    case 'none':
    case 'working':
      return [
        [span(`Scoring ${samples}`, 'strong')],
        ...(scoring.status === 'working' && scoring.news
          ? [newsRow(scoring.news, { width, glyphs })]
          : [[span('getting them ready', 'dim')]]),
        '',
        keyRow('Esc', 'cancels'),
      ];
    case 'cancelled':
      return [`Not scored: ${samples}`, '', keyRow('r', 'scores them'), ...others];
    case 'failed':
      return [
        [span('They could not be scored', 'strong')],
        ...bad(scoring.problem),
        '',
        keyRow('r', 'tries again'),
        ...others,
      ];
  }

  function bad(text: string): Row[] {
    return words(`${glyphs.cross} ${text}`).map((line) => [span(line, 'bad')]);
  }
}

const others = [keyRow('s', 'chooses other samples'), keyRow('o', 'chooses another model or run')];

function keyRow(key: string, words: string): Row {
  return [span(key.padEnd(4), 'accent'), span(words)];
}

function newsRow(
  { phase, done, total, since, at }: ScoringNews,
  { width, glyphs }: { width: number; glyphs: Glyphs },
): Row {
  const seconds = (at - since) / 1000;
  const perSecond = done / seconds;
  const isKnown = seconds > 0 && done > 0 && total > 0;
  const left = duration((total - done) / perSecond);
  const note = isKnown ? `${rate(perSecond, 'samples')}   left ${left}` : '';
  const label = phase === 'load' ? 'reading' : 'scoring';
  return progressBar({ label, value: done, total, width, glyphs, note });
}
