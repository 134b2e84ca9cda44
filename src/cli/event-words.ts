import type { RunEvent, RunEventOf, RunOutcome } from '../core/run/event.js';
import { count, decimal, duration, percent, rate } from '../ui/format.js';
import type { Output } from './output.js';

/** Tells an event of a run as it happens; the end of a run is a result, the others are remarks. */
export function tellEvent(event: RunEvent, output: Output): void {
  if (output.format === 'json') {
    output.result(event, []);
    return;
  }
  const words = describeEvent(event);
  if (event.type === 'progress') output.progress(words);
  else if (event.type === 'completed' || event.type === 'stopped') output.result(event, words);
  else if (words !== '' && event.type !== 'failed') output.remark(words);
}

/** One line for people; empty where there is nothing to say. */
export function describeEvent(event: RunEvent): string {
  switch (event.type) {
    case 'started':
      return `run ${event.run}: ${count(event.trainSamples)} samples to train on, ${count(event.validationSamples)} to validate, ${event.engine} engine`;
    case 'progress':
      return `epoch ${event.epoch}  ${event.phase} ${event.step}/${event.steps}  loss ${decimal(event.loss)}  accuracy ${percent(event.accuracy, 2)}  ${rate(event.imagesPerSecond, 'images')}  left ${duration(event.secondsLeft)}`;
    case 'epoch-ended':
      return `epoch ${event.epoch}: loss ${decimal(event.train.loss)}, accuracy ${percent(event.train.accuracy, 2)}; validation loss ${decimal(event.validation.loss)}, accuracy ${percent(event.validation.accuracy, 2)}${event.improved ? ', best so far' : ''}`;
    case 'weights-averaged':
      return `average of the last ${event.epochs} epochs: validation loss ${decimal(event.validation.loss)}, accuracy ${percent(event.validation.accuracy, 2)}${event.improved ? ', best so far' : ''}`;
    case 'learning-rate-changed':
      return `learning rate ${event.from} -> ${event.to}`;
    case 'settings-changed':
      return `${changes(event).join(', ')}${asked(event)}`;
    case 'paused':
      return event.reason ? `paused: ${event.reason}` : `paused${asked(event)}`;
    case 'resumed':
      return `goes on${place(event)}${asked(event)}`;
    case 'completed':
      return describeOutcome(event, event.reason === 'early-stopping' ? 'stopped early' : 'done');
    case 'stopped':
      return describeOutcome(event, `stopped${asked(event)}`);
    default:
      return '';
  }
}

function changes({ learningRate, epochs }: RunEventOf<'settings-changed'>): string[] {
  return [
    ...(learningRate ? [`learning rate ${learningRate.from} -> ${learningRate.to}`] : []),
    ...(epochs ? [`epochs ${epochs.from} -> ${epochs.to}`] : []),
  ];
}

function asked({ by }: { by?: string }): string {
  return by ? `, by ${by}` : '';
}

function place({ from }: RunEventOf<'resumed'>): string {
  if (!from) return '';
  const steps = from.step > 0 ? ` and ${from.step} steps` : '';
  return ` after ${inEpochs(from.epoch)}${steps}`;
}

function describeOutcome(outcome: RunOutcome, how: string): string {
  const time = `${how} after ${inEpochs(outcome.epochs)} in ${duration(outcome.seconds)}`;
  if (outcome.epochs === 0) return `${time}: no epoch was finished, nothing to save`;
  const score = `validation accuracy ${percent(outcome.validation.accuracy, 2)}`;
  if (outcome.model === null) return `${time}: ${score}, no model made of it`;
  return `${time}: ${score}, saved as models/${outcome.model}`;
}

function inEpochs(epochs: number): string {
  return epochs === 1 ? '1 epoch' : `${epochs} epochs`;
}
