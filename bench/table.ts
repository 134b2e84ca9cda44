import { type Unit, type What, whats } from './figures.js';
import { ourSubject, type Summary } from './summary.js';

/** One table a measurement, in Markdown that also reads well as plain text. */
export function renderTables(summaries: readonly Summary[]): string {
  return whats
    .filter((what) => summaries.some((summary) => summary.what === what))
    .map((what) => {
      const rows = summaries.filter((summary) => summary.what === what).map(toRow);
      return `### ${titles[what]}\n\n${renderTable(header, rows)}\n`;
    })
    .join('\n');
}

const titles: Record<What, string> = {
  train: 'Training',
  infer: 'Inference',
  accuracy: "Training to an accuracy on MNIST's test images",
  memory: 'Peak resident memory while training MNIST',
  start: 'Start',
  terminal: 'The app in a terminal',
  viewers: 'A training that others watch',
  'long-log': 'A long run opened from its log',
  data: 'Loading samples',
  realworld: 'Real pictures',
};

const header = ['setting', 'subject', 'median', 'lowest to highest', `${ourSubject} is`];

function toRow({ setting, subject, unit, median, lowest, highest, rounds, ours }: Summary) {
  const spread = rounds > 1 ? `${figure(lowest, unit)} to ${figure(highest, unit)}` : '';
  const ratio = ours === undefined ? '' : `${ours.toPrecision(3)} times ${words[unit]}`;
  return [setting, subject, `${figure(median, unit)} ${unit}`, spread, ratio];
}

const words: Record<Unit, string> = {
  'images/s': 'as fast',
  s: 'as fast',
  ms: 'as fast',
  MB: 'as small',
  '%': '',
  'KB/s': 'as little',
  '% of a core': 'as little',
  'bytes/update': 'as little',
};

const places: Record<Unit, number> = {
  'images/s': 0,
  s: 2,
  ms: 1,
  MB: 0,
  '%': 2,
  'KB/s': 1,
  '% of a core': 1,
  'bytes/update': 0,
};

function figure(value: number, unit: Unit): string {
  const digits = places[unit];
  return value.toLocaleString('en-US', {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });
}

/** Columns are as wide as their widest cell; the third one, of numbers, stands right. */
function renderTable(head: readonly string[], rows: readonly string[][]): string {
  const widths = head.map((title, column) =>
    Math.max(title.length, ...rows.map((row) => row[column].length)),
  );
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell, column) => (column === 2 ? cell.padStart(widths[column]) : cell.padEnd(widths[column]))).join(' | ')} |`;
  const rule = `| ${widths.map((width, column) => (column === 2 ? `${'-'.repeat(width - 1)}:` : '-'.repeat(width))).join(' | ')} |`;
  return [line(head), rule, ...rows.map(line)].join('\n');
}
