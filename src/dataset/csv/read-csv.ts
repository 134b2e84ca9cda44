import { stat } from 'node:fs/promises';
import { Problem } from '../../core/problem.js';
import { nameForWords } from '../../vision/unreadable.js';
import { readChunks } from '../bytes/read-chunks.js';
import type { SkippedFile } from '../dataset.js';
import type { LoadOptions } from '../load-options.js';
import type { LabelledSquares } from '../squares/labelled-squares.js';
import { SquareStore } from '../squares/square-store.js';
import { type CsvLayout, findLayout } from './csv-layout.js';
import { wholeLines } from './lines.js';
import { RowParser } from './row-parser.js';

/**
 * Labelled pictures of a CSV file, plain or gzip, of any length: a row is a label, first or last,
 * and the pixels of a square. A row that is wrong is left out, and said with its line.
 *
 * @throws Problem where it is no such table, or all of its first rows are wrong; the signal's reason
 * where it is aborted
 */
export async function readCsv(
  file: string,
  { onProgress, signal }: LoadOptions,
): Promise<LabelledSquares> {
  const name = nameForWords(file);
  const { size: fileBytes } = await stat(file);
  const skipped: SkippedFile[] = [];
  let table: Table | undefined;
  let [line, row, readBytes] = [0, 0, 0];
  const chunks = readChunks(file, {
    signal,
    onRead: (bytes) => {
      readBytes = bytes;
    },
  });
  for await (const { bytes, ends } of wholeLines(chunks, name)) {
    table ??= openTable(name, { bytes, ends, fileBytes });
    const { layout, parser, store } = table;
    let start = 0;
    for (const end of ends) {
      const [from, to] = [start, withoutReturn(bytes, start, end)];
      start = end + 1;
      if (++line <= layout.headerLines || isBlank(bytes, from, to)) continue;
      const wrong = parser.read(bytes, from, to);
      if (wrong) skipped.push({ file, reason: wrongRow({ line, row: row + 1 }, wrong) });
      else store.add(parser.pixels, parser.label, row);
      row++;
      if (row === firstRows && store.count === 0) throw noRows(name, skipped[0].reason);
    }
    onProgress?.({ done: row, total: Math.max(row, Math.round((row * fileBytes) / readBytes)) });
  }
  if (!table) throw new Problem(`${name} is empty`, { remedy: 'copy it again' });
  if (table.store.count === 0) throw noRows(name, skipped[0]?.reason ?? 'it has none');
  const { side } = table.layout;
  onProgress?.({ done: row, total: row });
  return { width: side, height: side, ...table.store.take(), skipped };
}

/** Where so many rows are wrong one after the other, it is another kind of table. */
const firstRows = 1000;

interface Table {
  layout: CsvLayout;
  parser: RowParser;
  store: SquareStore;
}

/** Lines that the layout is found by. */
const lookedAt = 300;

interface FirstLines {
  bytes: Buffer;
  ends: readonly number[];
  fileBytes: number;
}

function openTable(name: string, { bytes, ends, fileBytes }: FirstLines): Table {
  const text = bytes.toString('utf8', 0, ends[Math.min(lookedAt, ends.length) - 1]);
  const layout = findLayout(text.replace(/^\ufeff/, '').split('\n'), name);
  const { side, columns } = layout;
  // A cell takes two bytes at least, where it is not packed.
  const most = Math.ceil(fileBytes / (2 * columns)) + 1;
  return {
    layout,
    parser: new RowParser(layout),
    store: new SquareStore(name, { width: side, height: side }, most),
  };
}

function withoutReturn(bytes: Buffer, start: number, end: number): number {
  return end > start && bytes[end - 1] === 0x0d ? end - 1 : end;
}

function isBlank(bytes: Buffer, start: number, end: number): boolean {
  for (let at = start; at < end; at++) if (bytes[at] !== 0x20) return false;
  return true;
}

function wrongRow({ line, row }: { line: number; row: number }, wrong: string): string {
  return `line ${line} (row ${row}) ${wrong}: correct it or leave it out`;
}

function noRows(name: string, first: string): Problem {
  return new Problem(`${name} holds no row that can be read`, {
    remedy: `look at the first: ${first}`,
  });
}
