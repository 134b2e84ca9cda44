import { csvText } from './csv.js';
import type { Prediction } from './prediction.js';

/** The answer for a picture, or why there is none. */
export type FileAnswer =
  | ({ file: string; number?: { text: string; confidence: number } } & Prediction)
  | { file: string; error: string };

const header = [
  'file',
  'digit',
  'confidence',
  'status',
  'notADigit',
  'rejected',
  ...Array.from({ length: 10 }, (_, digit) => `p${digit}`),
  'error',
];

const numberHeader = ['number', 'numberConfidence'];

/** A line a picture, below the names of the columns; what could not be read has its error alone. Numbers have columns where there are any. */
export function predictionsCsv(answers: readonly FileAnswer[]): string {
  const hasNumbers = answers.some((answer) => 'number' in answer && answer.number);
  const columns = hasNumbers ? [...header.slice(0, -1), ...numberHeader, 'error'] : header;
  const rows = answers.map((answer) => {
    if ('error' in answer) return [answer.file, ...columns.slice(2).map(() => ''), answer.error];
    const { file, digit, confidence, status, notADigit, rejected, probabilities } = answer;
    const figures = [confidence, notADigit, ...probabilities].map(figure);
    const [sure, unsure, ...ten] = figures;
    const single = [file, `${digit}`, sure, status, unsure, `${rejected}`, ...ten];
    if (!hasNumbers) return [...single, ''];
    const { text = '', confidence: together = Number.NaN } = answer.number ?? {};
    return [...single, text, figure(together), ''];
  });
  return csvText([columns, ...rows]);
}

/** Six places, no trailing zeros; smaller values as `1e-7`. */
function figure(value: number): string {
  if (!Number.isFinite(value)) return '-';
  if (value !== 0 && Math.abs(value) < 1e-6) return String(Number(value.toPrecision(2)));
  return String(Number(value.toFixed(6)));
}
