import { calibrate } from '../core/analysis/calibration.js';
import { coverageCurve } from '../core/analysis/coverage.js';
import { answerOf, probabilitiesOf } from '../core/analysis/scored-samples.js';
import { waverOf } from '../core/analysis/waver.js';
import { csvText } from '../core/csv.js';
import { evaluatePredictions } from '../core/metrics.js';
import type { EpochRecord } from '../core/run/reducer.js';
import { layerWords } from '../model/layer-words.js';
import { sizeOf, summarise } from '../model/parameters.js';
import type { ReportData, ReportSample, ReportScores } from './report-data.js';

type Cell = string | number | boolean | undefined;

/** A table's columns: a head, and what stands under it. */
type Columns<Row> = readonly (readonly [head: string, cell: (row: Row) => Cell])[];

const digits = Array.from({ length: 10 }, (_, digit) => digit);

/**
 * The report's tables by file name, for spreadsheets and programs. Figures have all their digits,
 * shares are from 0 to 1, and what is undefined is empty. Tables of scores are left out where there
 * are none, that of the epochs where there is no run.
 */
export function csvTables({ run, scores, hardest, network }: ReportData): Record<string, string> {
  return {
    ...(run && { 'epochs.csv': toCsv(epochColumns, run.history) }),
    ...(scores && scoreTables(scores)),
    ...(scores && hardest.length > 0 && { 'hardest.csv': toCsv(hardestColumns(scores), hardest) }),
    'layers.csv': toCsv(layerColumns, summarise(network)),
  };
}

const epochColumns: Columns<EpochRecord> = [
  ['epoch', ({ epoch }) => epoch],
  ['trainLoss', ({ train }) => train.loss],
  ['trainAccuracy', ({ train }) => train.accuracy],
  ['validationLoss', ({ validation }) => validation.loss],
  ['validationAccuracy', ({ validation }) => validation.accuracy],
  ...digits.map(
    (digit) => [`accuracy${digit}`, (row: EpochRecord) => row.validationPerClass[digit]] as const,
  ),
  ['learningRate', ({ learningRate }) => learningRate],
  ['seconds', ({ seconds }) => seconds],
  ['imagesPerSecond', ({ imagesPerSecond }) => imagesPerSecond],
  ['improved', ({ improved }) => improved],
];

const layerColumns: Columns<ReturnType<typeof summarise>[number]> = [
  ['layer', ({ layer }) => layer.name],
  ['kind', ({ layer }) => layerWords(layer)],
  ['output', ({ output }) => output.join('x')],
  ['parameters', ({ parameters }) => count(parameters)],
  ['trainable', ({ parameters }) => count(parameters.filter(({ trainable }) => trainable))],
];

function scoreTables({ samples }: ReportScores): Record<string, string> {
  const { perClass, confusion } = evaluatePredictions(samples.labels, samples.probabilities);
  return {
    'per-digit.csv': toCsv(
      [
        ['digit', ({ digit }) => digit],
        ['count', (score) => score.count],
        ['precision', ({ precision }) => precision],
        ['recall', ({ recall }) => recall],
        ['f1', ({ f1 }) => f1],
      ],
      perClass,
    ),
    'confusion.csv': toCsv(
      [
        ['label', ({ label }) => label],
        ...digits.map(
          (digit) => [`read${digit}`, ({ row }: { row: number[] }) => row[digit]] as const,
        ),
      ],
      confusion.map((row, label) => ({ label, row })),
    ),
    'calibration.csv': toCsv(
      [
        ['from', ({ from }) => from],
        ['to', ({ to }) => to],
        ['count', (bin) => bin.count],
        ['confidence', ({ confidence }) => confidence],
        ['accuracy', ({ accuracy }) => accuracy],
      ],
      calibrate(samples).bins,
    ),
    'coverage.csv': toCsv(
      [
        ['threshold', ({ threshold }) => threshold],
        ['coverage', ({ coverage }) => coverage],
        ['accuracy', ({ accuracy }) => accuracy],
        ['kept', ({ kept }) => kept],
        ['wrong', ({ wrong }) => wrong],
      ],
      coverageCurve(samples),
    ),
  };
}

function hardestColumns({ samples }: ReportScores): Columns<ReportSample> {
  return [
    ['sample', ({ index }) => index],
    ['label', ({ index }) => samples.labels[index]],
    ['digit', ({ index }) => answerOf(samples, index).digit],
    ['confidence', ({ index }) => answerOf(samples, index).confidence],
    ['right', ({ index }) => answerOf(samples, index).right],
    ['second', ({ index }) => waverOf(probabilitiesOf(samples, index)).second],
    ['margin', ({ index }) => waverOf(probabilitiesOf(samples, index)).margin],
    ['file', ({ file }) => file],
  ];
}

function count(parameters: readonly { shape: readonly number[] }[]): number {
  return parameters.reduce((sum, { shape }) => sum + sizeOf(shape), 0);
}

function toCsv<Row>(columns: Columns<Row>, rows: readonly Row[]): string {
  const head = columns.map(([name]) => name);
  return csvText([head, ...rows.map((row) => columns.map(([, cell]) => written(cell(row))))]);
}

function written(cell: Cell): string {
  return cell === undefined || (typeof cell === 'number' && !Number.isFinite(cell))
    ? ''
    : `${cell}`;
}
