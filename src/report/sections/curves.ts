import { bestEpochOf } from '../../core/analysis/best-epoch.js';
import type { EpochRecord, RunState } from '../../core/run/reducer.js';
import { type Html, html, section } from '../html.js';
import { type CurvePlot, curvePlot } from '../svg/curve-plot.js';

/** Changes of the learning rate beyond these are told in words: a cycle changes it in every epoch. */
const marksAtMost = 8;

/** Loss and accuracy over the epochs, training and validation. */
export function curves(run: RunState): Html {
  const { history } = run;
  if (history.length === 0) {
    return section('curves', 'Curves', html`<p class="dim">No epoch of this run has ended.</p>`);
  }
  const changes = learningRateChanges(history);
  const areMarked = changes.length <= marksAtMost && !isCycle(history, changes.length);
  const shared = {
    firstEpoch: history[0].epoch,
    best: bestEpochOf(run)?.record.epoch,
    marks: areMarked ? changes : [],
  };
  const loss = curvePlot({
    ...shared,
    title: 'Loss over the epochs',
    words: 'loss',
    scale: 'log',
    write: threeDigits,
    marksAt: 'top',
    curves: curvesOf(history, 'loss'),
  });
  const accuracy = curvePlot({
    ...shared,
    title: 'Accuracy over the epochs',
    words: 'accuracy',
    scale: 'logit',
    write: (value) => `${Number((value * 100).toPrecision(4))} %`,
    marksAt: 'bottom',
    curves: curvesOf(history, 'accuracy'),
  });
  return section(
    'curves',
    'Curves',
    html`<div class="pair">
<figure>${loss}<figcaption>Mean cross-entropy, on a logarithmic axis. ${gapsWords(history, 'loss')}</figcaption></figure>
<figure>${accuracy}<figcaption>Share of right answers, on an axis that is stretched towards its ends: 90, 99 and 99.9 % lie about as far from each other. ${gapsWords(history, 'accuracy')}</figcaption></figure>
</div>
<p class="dim">${learningRateWords(history, changes.length, areMarked ? 'marked' : 'told')}</p>`,
  );
}

function curvesOf(
  history: readonly EpochRecord[],
  figure: 'loss' | 'accuracy',
): CurvePlot['curves'] {
  return [
    { kind: 'train', name: 'training', values: history.map(({ train }) => train[figure]) },
    {
      kind: 'validation',
      name: 'validation',
      values: history.map(({ validation }) => validation[figure]),
    },
  ];
}

function learningRateChanges(history: readonly EpochRecord[]): { epoch: number; words: string }[] {
  return history.flatMap(({ epoch, learningRate }, index) =>
    index > 0 && learningRate !== history[index - 1].learningRate
      ? [{ epoch, words: threeDigits(learningRate) }]
      : [],
  );
}

/** One cycle moves the learning rate with every step, so each epoch ends at another. */
function isCycle(history: readonly EpochRecord[], changes: number): boolean {
  return history.length > 2 && changes === history.length - 1;
}

function learningRateWords(
  history: readonly EpochRecord[],
  changes: number,
  how: 'marked' | 'told',
): string {
  const rates = history.map(({ learningRate }) => learningRate).filter(Number.isFinite);
  if (rates.length === 0) return '';
  const [first, last] = [rates[0], rates[rates.length - 1]].map(threeDigits);
  if (changes === 0) return `The learning rate was ${first} throughout.`;
  if (how === 'marked') {
    return `The learning rate began at ${first}; dotted lines mark where it became what is written at them.`;
  }
  const highest = rates.reduce((most, rate) => Math.max(most, rate));
  return `The learning rate moved all along: ${first} in the first epoch, ${threeDigits(highest)} at its highest, ${last} in the last.`;
}

function gapsWords(history: readonly EpochRecord[], figure: 'loss' | 'accuracy'): string {
  const gaps = history.filter(
    ({ train, validation }) =>
      !Number.isFinite(train[figure]) || !Number.isFinite(validation[figure]),
  ).length;
  return gaps === 0
    ? ''
    : `Of ${gaps} of ${history.length} epochs it is no number: the line is broken there.`;
}

function threeDigits(value: number): string {
  return String(Number(value.toPrecision(3)));
}
