import { csvText } from './csv.js';
import type { Prediction } from './prediction.js';

/** The answer for a picture, or why there is none. */
export type FileAnswer = ({ file: string } & Prediction) | { file: string; error: string };

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

/** A line a picture, below the names of the columns; what could not be read has its error alone. */
export function predictionsCsv(answers: readonly FileAnswer[]): string {
  const rows = answers.map((answer) => {
    if ('error' in answer) return [answer.file, ...header.slice(2).map(() => ''), answer.error];
    const { file, digit, confidence, status, notADigit, rejected, probabilities } = answer;
    const figures = [confidence, notADigit, ...probabilities].map(figure);
    const [sure, unsure, ...ten] = figures;
    return [file, `${digit}`, sure, status, unsure, `${rejected}`, ...ten, ''];
  });
  return csvText([header, ...rows]);
}

/** Six places, no trailing zeros; smaller values as `1e-7`. */
function figure(value: number): string {
  if (!Number.isFinite(value)) return '-';
  if (value !== 0 && Math.abs(value) < 1e-6) return String(Number(value.toPrecision(2)));
  return String(Number(value.toFixed(6)));
}
