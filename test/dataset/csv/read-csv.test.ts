import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { Problem } from '../../../src/core/problem.js';
import { readCsv } from '../../../src/dataset/csv/read-csv.js';
import { temporaryFolder, writeFiles } from '../../vision/temporary-folder.js';

/** Rows of a label and a square of 4x4, in which every value is ten times the label and its place. */
function rows(count: number): string[] {
  return Array.from({ length: count }, (_, index) => row(index % 10));
}

function row(label: number): string {
  return [label, ...Array.from({ length: 16 }, (_, place) => 10 * label + place)].join(',');
}

async function read(content: string | Buffer, name = 'some.csv') {
  const folder = await writeFiles(await temporaryFolder(), { [name]: content });
  return readCsv(join(folder, name), {});
}

async function problemOf(content: string | Buffer): Promise<string> {
  const error = await read(content).catch((thrown: unknown) => thrown);
  return error instanceof Problem ? error.line : `no Problem: ${error}`;
}

describe('a row that is wrong', () => {
  it.each([
    ['a word', '3,one,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16', 'has “one” where a number is due'],
    ['nothing', '3,,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16', 'has “” where a number is due'],
    ['too few values', '3,1,2,3', 'has 4 values, not 17'],
    ['too many values', `${row(3)},1,2`, 'has 19 values, not 17'],
    ['a value beyond white', row(3).replace('45', '256'), 'has the value 256, beyond 255'],
    ['a value below black', row(3).replace('45', '-1'), 'has the value -1, beyond 255'],
    ['a label that is no digit', row(3).replace(/^3/, '10'), 'has the label 10, which is no digit'],
    ['half a label', row(3).replace(/^3/, '2.5'), 'has the label 2.5, which is no digit'],
  ])('by %s is left out with its line, the others are read', async (_, wrong, reason) => {
    const all = rows(40);
    all[20] = wrong;
    const { labels, entries, skipped } = await read([header, ...all].join('\n'));
    expect(skipped.map((skip) => skip.reason)).toEqual([
      `line 22 (row 21) ${reason}: correct it or leave it out`,
    ]);
    expect(labels.length).toBe(39);
    expect([entries?.[19], entries?.[20]]).toEqual([19, 21]);
    expect(labels[20]).toBe(1);
  });

  it('far down a long file is named by its line, blank lines counted', async () => {
    const all = rows(70_000);
    all[65_432] = 'x';
    all.splice(10, 0, '');
    const { labels, skipped, pixels } = await read(all.join('\n'));
    expect(labels.length).toBe(69_999);
    expect(skipped[0].reason).toMatch(/^line 65434 \(row 65433\) has “x”/);
    expect([...pixels.subarray(-16)]).toEqual(row(9).split(',').slice(1).map(Number));
  });
});

const header = ['label', ...Array.from({ length: 16 }, (_, place) => `pixel${place}`)].join(',');

describe('a table', () => {
  it.each([
    [
      'with quotes and blanks',
      rows(30).map((line) => line.replaceAll(',', ' , ').replace(/\d+$/, '"$&"')),
    ],
    ['with semicolons', rows(30).map((line) => line.replaceAll(',', ';'))],
    [
      'with a byte order mark',
      rows(30).map((line, index) => (index === 0 ? `\ufeff${line}` : line)),
    ],
    [
      'of floats, as NumPy writes them',
      rows(30).map((line) => line.replace(/\d+/g, (value) => Number(value).toExponential(18))),
    ],
  ])('%s holds the same', async (_, lines) => {
    const plain = await read(rows(30).join('\n'));
    const { pixels, labels, skipped } = await read(lines.join('\n'));
    expect(skipped).toEqual([]);
    expect(labels).toEqual(plain.labels);
    expect(pixels).toEqual(plain.pixels);
  });

  it.each([
    ['from 0 to 1', 255],
    ['from 0 to 16', 16],
  ])('of greys %s is brought to 255', async (_, divisor) => {
    const greys = [0, 0.25, 0.5, 1].map((share) => (share * 255) / divisor);
    const lines = Array.from({ length: 20 }, (_, index) =>
      [index % 10, ...Array.from({ length: 16 }, (_, place) => greys[(index + place) % 4])].join(
        ',',
      ),
    );
    const { pixels } = await read(lines.join('\n'));
    expect(new Set(pixels)).toEqual(
      new Set(divisor === 255 ? [0, 64, 128, 255] : [0, 64, 127, 254]),
    );
  });

  it('has its label where all are digits and vary most, or where the header says', async () => {
    const last = rows(30).map((line) =>
      [...line.split(',').slice(1), line.split(',')[0]].join(','),
    );
    expect((await read(last.join('\n'))).labels).toEqual((await read(rows(30).join('\n'))).labels);
    const names = [...header.split(',').slice(1), 'class'].join(',');
    const sevens = Array.from({ length: 20 }, () => [...Array(16).fill(5), 7].join(','));
    expect(new Set((await read([names, ...sevens].join('\n'))).labels)).toEqual(new Set([7]));
  });
});

describe('a file that is no table of digits', () => {
  it.each([
    ['nothing', '', 'some.csv is empty: copy it again'],
    [
      'a table of other things',
      'name,age\nann,7\nbob,8\n',
      'some.csv has 2 columns, which are no label and square of pixels: use rows such as label,pixel0,…,pixel783 (785 columns for 28x28)',
    ],
    [
      'only a header',
      `${header}\n`,
      'some.csv has 0 columns, which are no label and square of pixels: use rows such as label,pixel0,…,pixel783 (785 columns for 28x28)',
    ],
    [
      'half of a gzip',
      gzipSync(rows(3000).join('\n'), { level: 0 }).subarray(0, 9000),
      'some.csv is truncated or damaged: copy it again',
    ],
  ])('but %s says so', async (_, content, line) => {
    expect(await problemOf(content)).toBe(line);
  });

  it('but a line without an end is given up before it fills the memory', async () => {
    const before = process.memoryUsage().rss;
    const bomb = gzipSync(Buffer.alloc(300 * 2 ** 20, '1'), { level: 1 });
    expect(await problemOf(bomb)).toMatch(/^some.csv has a line of more than 64 MB/);
    // The test's own 300 MB come on top of ours.
    expect(process.memoryUsage().rss - before).toBeLessThan(600 * 2 ** 20);
  });

  it('but a file of which every row is wrong is given up after a thousand', async () => {
    const wrong = Array.from({ length: 2000 }, () => row(3).replace(/^3/, '12'));
    expect(await problemOf([...wrong, ...rows(5)].join('\n'))).toMatch(
      /^some.csv holds no row that can be read: look at the first: line 1 \(row 1\) has the label 12/,
    );
  });
});
