import xterm from '@xterm/headless';
import { describe, expect, it } from 'vitest';
import { changeRow } from '../../../src/ui/terminal/row-changes.js';

const codesFor = (shown: string | undefined, next: string, columns = 40) =>
  changeRow(1, shown, next, columns)?.codes;

describe('a row', () => {
  it.each<[string, string | undefined, string, string | undefined]>([
    ['that is as it was needs nothing', 'abc', 'abc', undefined],
    ['that is not known is written whole', undefined, 'abc', '\x1b[2;1Habc\x1b[K'],
    ['that is not known and empty is erased', undefined, '', '\x1b[2;1H\x1b[K'],
    [
      'of which one cell has changed gets that cell',
      'epoch 7 of 20',
      'epoch 8 of 20',
      '\x1b[2;7H8',
    ],
    ['that has grown gets its new end', 'abc', 'abcdef', '\x1b[2;4Hdef'],
    ['that has become shorter loses its end', 'abcdef', 'abc', '\x1b[2;4H\x1b[K'],
    ['that has become empty is erased', 'abc', '', '\x1b[2;1H\x1b[K'],
    [
      'that has changed in two places far from each other gets both',
      'a0cdefghijklmn0pq',
      'a1cdefghijklmn1pq',
      '\x1b[2;2H1\x1b[16G1'.replace('16', '15'),
    ],
    [
      'that has changed in two places close together gets what is between',
      'a0bcd0e----------',
      'a1bcd1e----------',
      '\x1b[2;2H1bcd1',
    ],
    ['with a space at its end that nothing shows needs nothing but that', 'abc', 'abc ', ''],
  ])('%s', (_what, shown, next, codes) => {
    expect(codesFor(shown, next)).toBe(codes);
  });

  it('keeps the colours of the cells that have changed, and switches them off after them', () => {
    expect(
      codesFor(
        '\x1b[36mvalue \x1b[1m98.1\x1b[22m %\x1b[39m',
        '\x1b[36mvalue \x1b[1m98.2\x1b[22m %\x1b[39m',
      ),
    ).toBe('\x1b[2;10H\x1b[1;36m2\x1b[m');
  });

  it('of which only a colour has changed gets the cells of that colour', () => {
    expect(codesFor('one \x1b[32mtwo\x1b[39m three', 'one \x1b[38;2;1;2;3mtwo\x1b[39m three')).toBe(
      '\x1b[2;5H\x1b[38;2;1;2;3mtwo\x1b[m',
    );
  });

  it.each([
    ['wide signs', 'は 1', 'は 2'],
    ['signs that join', 'e\u0301 1', 'e\u0301 2'],
    ['emoji', '😀 1', '😀 2'],
    ['an unknown code', '\x1b[58;5;1ma\x1b[59m 1', '\x1b[58;5;1ma\x1b[59m 2'],
  ])('with %s is written whole', (_what, shown, next) => {
    expect(codesFor(shown, next)).toBe(`\x1b[2;1H${next}\x1b[K`);
  });

  it('that is full is not erased after its last cell, where the cursor still stands', () => {
    expect(codesFor(undefined, 'abcd', 4)).toBe('\x1b[2;1Habcd');
    expect(codesFor(undefined, '\x1b[36mabcd\x1b[39m', 4)).toBe('\x1b[2;1H\x1b[36mabcd\x1b[39m');
  });

  it('is written whole where that is shorter', () => {
    expect(codesFor('0---------0---------0', '1')).toBe('\x1b[2;1H1\x1b[K');
  });

  it('says which cells it has written', () => {
    const written = (shown: string | undefined, next: string) =>
      changeRow(1, shown, next, 40)?.written;
    expect(written(undefined, 'a')).toEqual([{ row: 1, from: 0, to: 40 }]);
    expect(written('a0-------------------0b', 'a1-------------------1b')).toEqual([
      { row: 1, from: 1, to: 2 },
      { row: 1, from: 21, to: 22 },
    ]);
    expect(written('abcdef', 'abc')).toEqual([{ row: 1, from: 3, to: 40 }]);
  });
});

it('brings a terminal from any row to any other', async () => {
  const terminal = new xterm.Terminal({ cols: 24, rows: 3, allowProposedApi: true });
  const show = (text: string) => new Promise<void>((done) => terminal.write(text, done));
  await show('\x1b[?7l');
  let shown = '';
  for (let round = 0; round < 300; round += 1) {
    const next = randomRow();
    await show(changeRow(1, shown, next, 24)?.codes ?? '');
    const incremental = cellsOf(terminal);
    await show(`\x1b[2;1H\x1b[K${next}`);
    expect(incremental, JSON.stringify([shown, next])).toEqual(cellsOf(terminal));
    shown = next;
  }
});

/** What a person sees of the second row: signs with their colours and weight, spaces with what is behind them. */
function cellsOf(terminal: xterm.Terminal): string[] {
  const line = terminal.buffer.active.getLine(1);
  return Array.from({ length: 24 }, (_, column) => {
    const cell = line?.getCell(column);
    const sign = cell?.getChars() || ' ';
    const isInverse = cell?.isInverse() ? 'inverse' : '';
    const ink = [cell?.getFgColor(), cell?.isBold(), cell?.isDim()];
    const shown = sign !== ' ' || isInverse ? ink : [];
    return [sign, cell?.getBgColor(), isInverse, ...shown].join();
  });
}

let seed = 7;
function random(below: number): number {
  seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
  return Math.floor((seed / 2 ** 32) * below);
}

const styles = [
  ['', ''],
  ['\x1b[31m', '\x1b[39m'],
  ['\x1b[1;38;5;80m', '\x1b[39;22m'],
  ['\x1b[2m', '\x1b[22m'],
  ['\x1b[7m', '\x1b[27m'],
  ['\x1b[38;2;9;8;7;48;2;1;2;3m', '\x1b[39;49m'],
] as const;
const signs = [...'aab   ▄▀⣿│─…', 'は'];

function randomRow(): string {
  let row = '';
  for (let width = 0; width < random(25); ) {
    const [open, close] = styles[random(styles.length)];
    const text = Array.from(
      { length: 1 + random(4) },
      () => signs[random(20) === 0 ? signs.length - 1 : random(signs.length - 1)],
    ).join('');
    width += text.length + (text.match(/は/g)?.length ?? 0);
    if (width <= 24) row += open + text + close;
  }
  return row;
}
