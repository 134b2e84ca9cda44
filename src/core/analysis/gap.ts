import type { Metrics } from '../run/event.js';
import type { EpochRecord, RunState } from '../run/reducer.js';
import { type BestEpoch, bestEpochOf } from './best-epoch.js';

/** How the scores on seen and on unseen samples differ, at the epoch whose weights were kept. */
export interface TrainingGap {
  kind: 'none-yet' | 'diverged' | 'validation-better' | 'narrow' | 'wide' | 'overfitting';
  /** Training accuracy above validation accuracy, -1..1; NaN where either is missing. */
  accuracy: number;
  /** Validation loss above training loss, in nats; NaN where either is missing. */
  loss: number;
  /** One sentence for people. */
  words: string;
}

/** A gap in accuracy from here on is called wide: ours, there is no standard. */
const wideFrom = 0.02;
/** Epochs at the end of a run that must agree before it is called overfitted. */
const trendEpochs = 3;
/** Validation loss this far above the best is a rise, less may be chance. */
const riseFactor = 1.1;

export function trainingGap(run: Pick<RunState, 'history' | 'best' | 'request'>): TrainingGap {
  const best = bestEpochOf(run);
  const last = run.history.at(-1);
  if (!last)
    return { ...noGap, kind: 'none-yet', words: 'No epoch has ended: there is no gap yet.' };
  if (!best || isLost(last)) {
    return { ...gapOf(best?.record), ...diverged(run.history.find(isLost) ?? last, best) };
  }
  const gap = gapOf(best.record);
  if (isOverfitting(run.history, best)) {
    return { ...gap, kind: 'overfitting', words: overfittingWords(last, best) };
  }
  if (gap.accuracy < 0) {
    return { ...gap, kind: 'validation-better', words: betterWords(gap.accuracy, run) };
  }
  const kind = gap.accuracy >= wideFrom ? 'wide' : 'narrow';
  return { ...gap, kind, words: kind === 'wide' ? wideWords(gap, run) : narrowWords(gap) };
}

type Difference = Pick<TrainingGap, 'accuracy' | 'loss'>;

const noGap: Difference = { accuracy: Number.NaN, loss: Number.NaN };

function gapOf(record: EpochRecord | undefined): Difference {
  if (!record) return noGap;
  const { train, validation } = record;
  return { accuracy: train.accuracy - validation.accuracy, loss: validation.loss - train.loss };
}

function diverged(lost: EpochRecord, best?: BestEpoch): Pick<TrainingGap, 'kind' | 'words'> {
  const kept = best
    ? `the weights kept are those of epoch ${best.record.epoch}`
    : 'nothing was learnt';
  const words = `The loss is no number in epoch ${lost.epoch}: training diverged and ${kept}; a lower learning rate helps.`;
  return { kind: 'diverged', words };
}

function isOverfitting(
  history: readonly EpochRecord[],
  { record, epochsAfter }: BestEpoch,
): boolean {
  if (epochsAfter < trendEpochs) return false;
  const trend = history.slice(-trendEpochs);
  const validation = mean(trend.map((epoch) => epoch.validation.loss));
  const train = mean(trend.map((epoch) => epoch.train.loss));
  return validation > record.validation.loss * riseFactor && train < record.train.loss;
}

function overfittingWords(last: EpochRecord, { record }: BestEpoch): string {
  const rise = `${lossText(record.validation.loss)} to ${lossText(last.validation.loss)}`;
  return `Overfitting: after epoch ${record.epoch} validation loss rose from ${rise} while training loss kept falling; the weights kept are those of epoch ${record.epoch}.`;
}

function betterWords(accuracy: number, { request }: Pick<RunState, 'request'>): string {
  const why = isVaried(request)
    ? 'with dropout on and on varied samples'
    : 'with dropout on and while the weights still move';
  return `Validation is ${points(accuracy)} better than training, which is no mistake: training is scored ${why}.`;
}

function wideWords({ accuracy }: Difference, { request }: Pick<RunState, 'request'>): string {
  const remedy = isVaried(request)
    ? 'more samples'
    : 'more samples, or the recipe fast, which varies them,';
  return `Training is ${points(accuracy)} better than validation, a wide gap: ${remedy} would narrow it.`;
}

/** Whether the recipe varies the samples; of a run that is not known it is not said. */
function isVaried(request: RunState['request']): boolean {
  return request !== undefined && request.settings.recipe !== 'classic';
}

function narrowWords({ accuracy }: Difference): string {
  return `Training is ${points(accuracy)} better than validation, a narrow gap: what was learnt holds for samples that were not seen.`;
}

function isLost({ train, validation }: EpochRecord): boolean {
  return !isKnown(train) || !isKnown(validation);
}

function isKnown({ loss, accuracy }: Metrics): boolean {
  return Number.isFinite(loss) && Number.isFinite(accuracy);
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function points(share: number): string {
  return `${Math.abs(share * 100).toFixed(1)} points`;
}

function lossText(loss: number): string {
  return String(Number(loss.toPrecision(3)));
}
