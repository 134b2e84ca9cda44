import type { LoggedEvent } from '../../state/run-view.js';
import { count, decimal, percent } from '../../ui/format.js';
import type { Glyphs } from '../../ui/glyphs.js';
import type { Row, Span } from '../../ui/rows.js';
import { span } from '../../ui/rows.js';

/** The last events that fit into `height` rows, with the time of each; the newest is the lowest. */
export function logRows(log: readonly LoggedEvent[], height: number, glyphs: Glyphs): Row[] {
  return (height > 0 ? log.slice(-height) : []).map((event) => [
    span(` ${clock(event.at)}  `, 'dim'),
    ...words(event, glyphs),
  ]);
}

/** Local time, `16:04:12`. */
function clock(at: number): string {
  const date = new Date(at);
  return [date.getHours(), date.getMinutes(), date.getSeconds()]
    .map((part) => String(part).padStart(2, '0'))
    .join(':');
}

function words(event: LoggedEvent, glyphs: Glyphs): Span[] {
  switch (event.type) {
    case 'started':
      return [
        span(
          `started, ${event.engine} engine: ${count(event.trainSamples)} samples, ${count(event.validationSamples)} more to validate`,
        ),
      ];
    case 'epoch-ended': {
      const { accuracy, loss } = event.validation;
      const figures = `epoch ${event.epoch}: validation ${percent(accuracy, 2)}, loss ${decimal(loss)}`;
      return event.improved
        ? [span(figures), span(`  ${glyphs.best} best so far, saved`, 'good')]
        : [span(figures), span('  no gain', 'dim')];
    }
    case 'weights-averaged': {
      const { accuracy, loss } = event.validation;
      const figures = `average of ${event.epochs} epochs: validation ${percent(accuracy, 2)}, loss ${decimal(loss)}`;
      return event.improved
        ? [span(figures), span(`  ${glyphs.best} best, saved`, 'good')]
        : [span(figures), span('  no gain', 'dim')];
    }
    case 'learning-rate-changed':
      return [
        span(`learning rate ${decimal(event.from, 6)} ${glyphs.right} ${decimal(event.to, 6)}`),
      ];
    case 'paused':
      return [span(`paused${asked(event)}${event.reason ? `: ${event.reason}` : ''}`)];
    case 'resumed':
      return [span(`goes on${asked(event)}`)];
    case 'settings-changed':
      return [span(`${changes(event, glyphs).join(', ')}${asked(event)}`)];
    case 'stopped':
      return [span('stopped', 'warning')];
    case 'failed':
      return [span(`${glyphs.cross} failed: ${event.reason}`, 'bad')];
    case 'completed':
      return [span(`${glyphs.check} finished`, 'good')];
  }
}

function changes(
  { learningRate, epochs }: Extract<LoggedEvent, { type: 'settings-changed' }>,
  { right }: Glyphs,
): string[] {
  return [
    ...(learningRate
      ? [`learning rate ${decimal(learningRate.from, 6)} ${right} ${decimal(learningRate.to, 6)}`]
      : []),
    ...(epochs ? [`epochs ${epochs.from} ${right} ${epochs.to}`] : []),
  ];
}

/** Who asked, where it is known. */
function asked({ by }: { by?: string }): string {
  return by ? `, by ${by}` : '';
}
