import type { RunSummary } from '../../../host/protocol.js';
import { isGoing, isQueued } from '../../../state/runs/run-facts.js';
import { decimal, duration, percent } from '../../../ui/format.js';
import type { Glyphs } from '../../../ui/glyphs.js';
import { type Row, type Span, span } from '../../../ui/rows.js';
import { ago } from '../../home/age.js';
import { wrapWords } from '../../wrap-words.js';
import { settingWords, unusualWords } from './setting-words.js';
import { ordinal, stateWords } from './state-words.js';

export interface DetailOptions {
  width: number;
  height: number;
  glyphs: Glyphs;
  /** Milliseconds since 1970. */
  now: number;
}

/** All that the list has no room for: why a run ended, what it was asked, what came of it, and the note. */
export function detailRows(run: RunSummary, { width, height, glyphs, now }: DetailOptions): Row[] {
  const { request, note, reason } = run;
  const lines: Detail[] = [
    ['state', [stateWords(run, glyphs), span(endWords(run, now))]],
    ...(reason ? [['why', [span(reason)]] satisfies Detail] : []),
    ...(note ? [['note', [span(note, 'strong')]] satisfies Detail] : []),
    ...resultLines(run, glyphs),
    ...(request
      ? ([
          ['data', [span(request.source)]],
          ['settings', [span(settingWords(request.settings))]],
          ['unusual', [span(unusualWords(request))]],
          ...(request.sweep ? [['sweep', [span(`${request.sweep}: t shows its table`)]]] : []),
        ] as Detail[])
      : []),
  ];
  return lines.flatMap(([label, spans]) => labelled(label, spans, width)).slice(0, height);
}

type Detail = [label: string, words: Span[]];

/** How far, how long and when. */
function endWords(run: RunSummary, now: number): string {
  if (isQueued(run)) return ', waits until those before it have ended';
  const { epoch, request, seconds, startedAt } = run;
  const asked = request?.settings.epochs ?? '?';
  const far = isGoing(run)
    ? `epoch ${Math.max(1, epoch)} of ${asked}`
    : `${epoch} of ${asked} epochs`;
  return [
    `, ${far}`,
    ...(seconds === undefined ? [] : [` in ${duration(seconds)}`]),
    ...(startedAt === undefined ? [] : [`, began ${ago(startedAt, now)}`]),
  ].join('');
}

function resultLines(run: RunSummary, glyphs: Glyphs): Detail[] {
  const { best, model, resumable } = run;
  const figures: Span[] = best
    ? [
        span(`${glyphs.best} ${percent(best.validation.accuracy, 2)}`, 'good'),
        span(`, loss ${decimal(best.validation.loss)}, after epoch ${best.epoch}`),
      ]
    : [span('no epoch has ended', 'dim')];
  const saved = model ? [span('; saved as '), span(`models/${model}`, 'strong')] : [];
  const place = resumable && resumeWords(resumable);
  return [
    ['best', [...figures, ...saved]],
    ...(place ? [['resume', [span(`R goes on ${place}`)]] satisfies Detail] : []),
  ];
}

function resumeWords({ epoch, step }: NonNullable<RunSummary['resumable']>): string {
  const within = step > 0 ? `in the ${ordinal(epoch + 1)} epoch` : undefined;
  return within ?? (epoch === 0 ? 'from the beginning' : `after epoch ${epoch}`);
}

const labelWidth = 10;

/** The first row has the label; of words that go on in more rows only the first piece keeps its tone. */
function labelled(label: string, spans: readonly Span[], width: number): Row[] {
  const text = spans.map((piece) => piece.text).join('');
  const [first = '', ...others] = wrapWords(text, width - labelWidth);
  const head = span(label.padEnd(labelWidth), 'dim');
  if (others.length === 0) return [[head, ...spans]];
  const [{ text: words, tone }] = spans;
  const begin = first.startsWith(words)
    ? [span(words, tone), span(first.slice(words.length))]
    : [span(first, tone)];
  return [
    [head, ...begin],
    ...others.slice(0, 2).map((line): Row => [span(' '.repeat(labelWidth)), span(line)]),
  ];
}
