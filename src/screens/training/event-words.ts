import type { RunEventOf } from '../../core/run/event.js';
import type { LoggedEvent } from '../../state/run-view.js';
import { count, decimal, percent } from '../../ui/format.js';
import type { Glyphs } from '../../ui/glyphs.js';
import type { Row, Span } from '../../ui/rows.js';
import { span } from '../../ui/rows.js';

/** What an event says, in a line. */
export function eventWords(event: LoggedEvent, glyphs: Glyphs): Row {
  switch (event.type) {
    case 'started':
      return [
        span(
          `started, ${event.engine} engine: ${count(event.trainSamples)} samples, ${count(event.validationSamples)} more to validate`,
        ),
      ];
    case 'epoch-ended':
      return scored(`epoch ${event.epoch}`, event, `${glyphs.best} best so far, saved`);
    case 'weights-averaged':
      return scored(`average of ${event.epochs} epochs`, event, `${glyphs.best} best, saved`);
    case 'learning-rate-changed':
      return [span(rateWords(event, glyphs))];
    case 'paused':
      return [span(`${glyphs.pause} paused${byWords(event)}${reasonWords(event)}`, 'warning')];
    case 'resumed':
      return [span(`${glyphs.resume} goes on${fromWords(event)}${byWords(event)}`)];
    case 'settings-changed':
      return [span(`${glyphs.change} ${changeWords(event, glyphs).join(', ')}${byWords(event)}`)];
    case 'stopped':
      return [span(`stopped${byWords(event)}`, 'warning')];
    case 'failed':
      return [span(`${glyphs.cross} failed: ${event.reason}`, 'bad')];
    case 'completed':
      return [span(`${glyphs.check} finished`, 'good')];
  }
}

/** `, by app on pts/2`; nothing where nobody is known to have asked. */
export function byWords({ by }: { by?: string }): string {
  return by === undefined ? '' : `, by ${by}`;
}

/** What a person changed, each in a few words. */
export function changeWords(
  { learningRate, epochs }: Pick<RunEventOf<'settings-changed'>, 'learningRate' | 'epochs'>,
  glyphs: Glyphs,
): string[] {
  return [
    ...(learningRate ? [rateWords(learningRate, glyphs)] : []),
    ...(epochs ? [`epochs ${epochs.from} ${glyphs.right} ${epochs.to}`] : []),
  ];
}

function rateWords({ from, to }: { from: number; to: number }, { right }: Glyphs): string {
  return `learning rate ${decimal(from, 6)} ${right} ${decimal(to, 6)}`;
}

function reasonWords({ reason }: { reason?: string }): string {
  return reason === undefined ? '' : `: ${reason}`;
}

/** Where a run that had ended goes on. */
function fromWords({ from }: RunEventOf<'resumed'>): string {
  if (!from) return '';
  return from.step > 0
    ? ` from epoch ${from.epoch + 1}, step ${count(from.step)}`
    : ` after epoch ${from.epoch}`;
}

function scored(
  what: string,
  { validation, improved }: RunEventOf<'epoch-ended'> | RunEventOf<'weights-averaged'>,
  gain: string,
): Span[] {
  const { accuracy, loss } = validation;
  const figures = `${what}: validation ${percent(accuracy, 2)}, loss ${decimal(loss)}`;
  return [span(figures), improved ? span(`  ${gain}`, 'good') : span('  no gain', 'dim')];
}
