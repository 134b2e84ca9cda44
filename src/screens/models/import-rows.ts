import { basename } from 'node:path';
import { bestReading, type CheckedReading, goodAccuracy } from '../../core/import-check.js';
import { readingWords } from '../../core/pixel-reading.js';
import type { ImportProgress, TriedImport } from '../../host/protocol.js';
import type { ImportState } from '../../state/models/import-store.js';
import { padTo } from '../../ui/cells.js';
import { progressBar } from '../../ui/components/progress-bar.js';
import { count, percent } from '../../ui/format.js';
import type { Glyphs } from '../../ui/glyphs.js';
import { type Row, type RowLike, rowText, span } from '../../ui/rows.js';
import { wrapWords } from '../wrap-words.js';

export interface ImportRowsOptions {
  /** Cells at most. */
  width: number;
  glyphs: Glyphs;
}

/** What the file holds and how it reads, or how far that is known. */
export function importRows(
  state: Exclude<ImportState, { status: 'none' }>,
  options: ImportRowsOptions,
): RowLike[] {
  const { width, glyphs } = options;
  switch (state.status) {
    case 'working':
      return [progressRow(state.progress, options), '', dim('Esc gives it up')];
    case 'failed':
      return [
        ...wrapWords(`${glyphs.cross} ${state.problem}`, width).map((line) => [span(line, 'bad')]),
        '',
        dim('nothing was imported; Esc closes'),
      ];
    case 'tried':
      return [
        ...factRows(state.tried, width),
        '',
        ...readingRows(state.tried, state.place, options),
        '',
        dim('Enter imports it so, Esc leaves it'),
      ];
  }
}

/** `Import digits.h5` */
export function importTitle({ file }: Exclude<ImportState, { status: 'none' }>): string {
  return `Import ${basename(file)}`;
}

function progressRow(
  progress: ImportProgress | undefined,
  { width, glyphs }: ImportRowsOptions,
): Row {
  if (progress?.phase === 'save') return [span('saving')];
  if (!progress || !('total' in progress)) return [span('reading the file')];
  const { phase, done: value, total } = progress;
  const label = phase === 'load' ? 'loading samples' : 'letting it read samples';
  return progressBar({ label, value, total, width, glyphs });
}

function factRows({ network, parameters, origin, notes }: TriedImport, width: number): Row[] {
  const layers = `${count(network.layers.length)} layers`;
  const words = `${network.name}, ${layers}, ${count(parameters)} parameters, by ${origin.by}`;
  return [
    ...wrapWords(words, width).map((line) => [span(line, 'strong')]),
    ...notes.flatMap((note) => wrapWords(note, width).map(dim)),
  ];
}

function readingRows(
  { check }: TriedImport,
  place: number,
  { width, glyphs }: ImportRowsOptions,
): Row[] {
  if (!check) return [];
  const best = bestReading(check);
  const head = `How much of ${count(check.count)} samples of ${check.source} it reads right`;
  const rows = check.readings.map((reading, index): Row => {
    const mark = reading === best ? ` ${glyphs.best} best` : '';
    const words = `${padTo(wordsOf(reading), wordsWidth)}${percent(reading.accuracy, 1).padStart(8)}`;
    const row = [`${index === place ? glyphs.pointer : ' '} `, words, mark];
    return index === place ? [span(padTo(rowText(row), width), 'selected')] : [span(rowText(row))];
  });
  return [dim(head), ...rows, ...warningRows(best, width)];
}

/** Of the longest words for a way of reading. */
const wordsWidth = 38;

function wordsOf(reading: CheckedReading): string {
  return readingWords(reading) + (reading.classes ? ', outputs in order' : '');
}

function warningRows({ accuracy }: CheckedReading, width: number): Row[] {
  if (accuracy >= goodAccuracy) return [];
  const words = 'It reads badly in every way: was it trained on single digits?';
  return [[], ...wrapWords(words, width).map((line) => [span(line, 'warning')])];
}

function dim(text: string): Row {
  return [span(text, 'dim')];
}
