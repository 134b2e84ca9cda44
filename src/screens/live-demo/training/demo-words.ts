import { basename } from 'node:path';
import type { EpochRecord } from '../../../core/run/reducer.js';
import type { EpochScore, TrainingDemoState } from '../../../state/live/training-demo-store.js';
import type { RunView } from '../../../state/run-view.js';
import { duration, percent } from '../../../ui/format.js';
import type { Glyphs } from '../../../ui/glyphs.js';
import { type Row, type RowLike, span } from '../../../ui/rows.js';
import { wrapWords } from '../../wrap-words.js';
import { aDigit } from './a-digit.js';

interface WordOptions {
  width: number;
  glyphs: Glyphs;
}

/** `mnist, 5 epochs`: what is trained on next. */
export function nextWords({
  source,
  epochs,
}: Pick<TrainingDemoState, 'source' | 'epochs'>): string {
  return `${basename(source) || source}, ${epochs} epochs`;
}

/** Before anything was trained: what will happen, and which key begins it. */
export function beginRows(
  state: Pick<TrainingDemoState, 'source' | 'epochs'>,
  { width, drawn }: { width: number; drawn: 'ink' | 'nothing' },
): RowLike[] {
  const first =
    drawn === 'ink'
      ? 'Your drawing is read after each epoch.'
      : 'Draw a digit: it is read after each epoch.';
  return [
    ...wrapWords(first, width),
    [span('r', 'accent'), span(` trains from nothing: ${nextWords(state)}`)],
    [span('d', 'accent'), ' other data   ', span('n', 'accent'), ' more or fewer epochs'],
  ];
}

/** When it has ended: what the room saw, and what to do next. */
export function endedRows(
  { run }: RunView,
  state: Pick<TrainingDemoState, 'source' | 'epochs' | 'scores'>,
  { width, glyphs }: WordOptions,
): RowLike[] {
  const again = key('r', `trains anew: ${nextWords(state)}`);
  if (run.status === 'failed') {
    const lines = wrapWords(`${glyphs.cross} ${run.reason ?? 'it failed'}`, width);
    return [...lines.map((line) => [span(line, 'bad')]), again];
  }
  const { outcome, history } = run;
  const [first, last] = [history.at(0), history.at(-1)];
  if (!outcome || outcome.model === null || !first || !last) {
    return [[span('stopped before the first epoch had ended', 'warning')], again];
  }
  const rise =
    history.length > 1
      ? `${percent(first.validation.accuracy)} ${glyphs.right} ${percent(last.validation.accuracy)}`
      : percent(last.validation.accuracy);
  const told = story(history, state.scores);
  return [
    [span(`${glyphs.check} ${epochsOf(history)}, ${duration(outcome.seconds)}: ${rise}`, 'good')],
    ...(told === undefined ? [] : wrapWords(told, width)),
    [span('saved as '), span(`models/${outcome.model}`, 'strong')],
    key('p', 'draws on with it, 3 reads pictures'),
    again,
  ];
}

/** How the opinion on the drawing has changed; undefined where there was none. */
export function story(
  history: readonly EpochRecord[],
  scores: ReadonlyMap<number, EpochScore>,
): string | undefined {
  const seen = history.flatMap(({ epoch }) => {
    const answer = scores.get(epoch)?.answer;
    return answer && !answer.seen.blank ? [{ epoch, digit: answer.digit }] : [];
  });
  const [first, last] = [seen.at(0), seen.at(-1)];
  if (!first || !last) return undefined;
  const changed = seen.findLastIndex(({ digit }) => digit !== last.digit);
  if (changed < 0) return `Your drawing was ${aDigit(last.digit)} from epoch ${first.epoch} on.`;
  const settled = seen[changed + 1].epoch;
  const now = `${aDigit(last.digit)} ${settled === last.epoch ? 'in' : 'from'} epoch ${settled}${settled === last.epoch ? '' : ' on'}`;
  return `Your drawing was ${aDigit(first.digit)} at first, ${now}.`;
}

function epochsOf({ length }: readonly unknown[]): string {
  return `${length} ${length === 1 ? 'epoch' : 'epochs'}`;
}

function key(name: string, words: string): Row {
  return [span(name, 'accent'), span(` ${words}`)];
}
