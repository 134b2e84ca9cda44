import { emptyRun, type RunState } from '../../src/core/run/reducer.js';
import { recipeSettings } from '../../src/core/settings.js';
import type { ModelCard } from '../../src/model/card.js';
import { digitNetwork } from '../../src/model/network.js';
import type { ReportData } from '../../src/report/report-data.js';
import { madeRun } from '../core/analysis/made-run.js';
import { madeSamples } from '../core/analysis/made-samples.js';

/** A name that would break a page that did not escape it. */
const nastyName = `<script>alert("1")</script>&'7'`;

const card: ModelCard = {
  card: 2,
  name: nastyName,
  network: 'digitscope-cnn',
  parameters: 242954,
  created: '2026-01-02T03:04:05.000Z',
  program: 'digitscope 0.1.0',
  training: {
    name: nastyName,
    command: `digitscope train --data "${nastyName}"`,
    engine: 'TensorFlow 2.15.1',
    data: { source: nastyName, train: 800, validation: 200 },
    settings: recipeSettings.classic,
    epochs: 2,
    bestEpoch: 2,
    seconds: 6,
    train: { loss: 0.2, accuracy: 0.95 },
    validation: { loss: 0.25, accuracy: 0.94 },
  },
  weights: { bytes: 973816, sha256: 'a297' },
};

export const run: RunState = {
  ...madeRun([0.5, 0.8, 0.4, 0.85], [0.2, 0.95, 0.25, 0.94]),
  status: 'completed',
  request: { source: nastyName, name: nastyName, settings: recipeSettings.classic },
  trainSamples: 800,
  validationSamples: 200,
};

/** A report with everything in it, or with what is given instead. */
export function madeReport(instead: Partial<ReportData> = {}): ReportData {
  return {
    name: nastyName,
    madeAt: Date.UTC(2026, 0, 2, 3, 4),
    program: 'digitscope 0.1.0',
    run,
    card,
    network: digitNetwork,
    scores: {
      samples: madeSamples([4, 9, 0.75], [4, 4, 0.5], [9, 9, 1]),
      model: nastyName,
      source: nastyName,
      part: 'validation',
      imagesPerSecond: 5000,
    },
    hardest: [
      { index: 0, pixels: new Uint8Array(784).fill(255), file: `/digits/4/${nastyName}.png` },
      { index: 1, pixels: new Uint8Array(784) },
    ],
    missing: [],
    notes: [],
    ...instead,
  };
}

export const nothingKnown = madeReport({
  run: emptyRun('nothing'),
  card: undefined,
  scores: undefined,
  hardest: [],
  missing: ['the scores & the rest.'],
});
