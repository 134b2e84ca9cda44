import type { RunState } from '../../core/run/reducer.js';
import type { Loading, RunView } from '../../state/run-view.js';
import { meter } from '../../ui/components/bars.js';
import { progressBar } from '../../ui/components/progress-bar.js';
import { duration, rate } from '../../ui/format.js';
import type { Glyphs } from '../../ui/glyphs.js';
import type { Row } from '../../ui/rows.js';
import { fitRow, rowWidth, span } from '../../ui/rows.js';
import { clockTime } from './clock-time.js';
import { byWords } from './event-words.js';
import { isOwnToCancel } from './is-own-to-cancel.js';
import { runFraction } from './run-fraction.js';

interface BarOptions {
  width: number;
  glyphs: Glyphs;
}

/** Two rows: the run and the epoch under way; before the first epoch, the loading of its data. */
export function progressRows(view: RunView, options: BarOptions): Row[] {
  const { run, asked, loading } = view;
  const epochs = (run.request ?? asked)?.settings.epochs ?? 0;
  if (run.status === 'waiting') {
    const words = loading ? [] : [span(' getting the data ready', 'dim')];
    const cancel = isOwnToCancel(view) ? ' s or Esc cancels' : ' s cancels';
    return [loading ? loadingRow(loading, options) : words, [span(cancel, 'dim')]];
  }
  const left = view.latest?.secondsLeft ?? Number.NaN;
  const { step = 0, steps = 0, phase = 'train' } = run.progress ?? {};
  const fraction = runFraction(run, epochs);
  const isBetween = run.progress === undefined;
  const speed = run.progress?.imagesPerSecond ?? Number.NaN;
  const pause = pauseRow(run, options);
  return [
    bar(
      'epoch',
      `${Math.max(1, run.epoch)}/${epochs}`,
      fraction.run,
      Number.isFinite(left) ? `left ${duration(left)}` : '',
      options,
    ),
    pause ??
      bar(
        phase === 'train' ? 'training' : 'validation',
        isBetween ? '' : `${step}/${steps}`,
        fraction.phase,
        Number.isFinite(speed) ? rate(speed, 'images') : '',
        options,
      ),
  ];
}

/** Since when a run is paused, who asked for it, and why. */
function pauseRow({ status, marks }: RunState, { width, glyphs }: BarOptions): Row | undefined {
  if (status !== 'paused') return undefined;
  const mark = marks.findLast(({ kind }) => kind === 'paused');
  const since = mark ? ` since ${clockTime(mark.at)}` : '';
  const reason = mark?.kind === 'paused' && mark.reason ? `: ${mark.reason}` : '';
  const words = ` ${glyphs.pause} paused${since}${byWords(mark ?? {})}${reason}`;
  return fitRow([span(words, 'warning')], width, glyphs.ellipsis);
}

/** Two rows while a run that had ended gets ready to go on. */
export function resumingRows({ loading }: RunView, options: BarOptions): Row[] {
  const words = ` ${options.glyphs.resume} getting ready to go on`;
  return [[span(words, 'accent')], loading ? loadingRow(loading, options) : []];
}

/** How far data is loaded, how fast, and what is left. */
function loadingRow({ done, total, since, at }: Loading, { width, glyphs }: BarOptions): Row {
  const seconds = (at - since) / 1000;
  const perSecond = done / seconds;
  const isKnown = seconds > 0 && done > 0 && total > 0;
  const left = duration((total - done) / perSecond);
  const note = isKnown ? `${rate(perSecond, 'samples')}   left ${left}` : '';
  return progressBar({ label: ' loading', value: done, total, width, glyphs, note });
}

/** Label, text and note stand in columns of fixed width: nothing moves but the bar. */
function bar(
  label: string,
  text: string,
  fraction: number,
  note: string,
  { width, glyphs }: BarOptions,
): Row {
  const head = ` ${label.padEnd(10)} ${text.padStart(11)} `;
  const share = String(Math.floor(Math.min(1, Math.max(0, fraction)) * 100)).padStart(3);
  const tail = ` ${share} %  ${note.padEnd(18)}`;
  const room = Math.max(0, width - rowWidth(head) - rowWidth(tail));
  return fitRow([head, span(meter(fraction, room, glyphs, glyphs.track), 'accent'), tail], width);
}
