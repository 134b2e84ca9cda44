import {
  closeSync,
  existsSync,
  mkdtempSync,
  openSync,
  readFileSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { LogFile } from '../../src/host/log-file.js';
import { LogLines } from '../../src/host/log-lines.js';

describe("the host's log", () => {
  let folder: string;
  let path: string;
  let descriptor: number;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'digitscope-log-'));
    path = join(folder, 'host.log');
    descriptor = openSync(path, 'a', 0o600);
  });
  afterEach(() => {
    closeSync(descriptor);
    rmSync(folder, { recursive: true });
  });

  it('keeps what the last two hosts said', () => {
    for (const said of ['first', 'second', 'third', 'fourth']) {
      new LogFile(path, descriptor).begin();
      writeSync(descriptor, said);
    }
    expect(['', '.1', '.2'].map((age) => readFileSync(path + age, 'utf8'))).toEqual([
      'fourth',
      'third',
      'second',
    ]);
    expect(existsSync(`${path}.3`)).toBe(false);
  });

  it('keeps it also where hosts began that said nothing', () => {
    writeSync(descriptor, 'it went wrong');
    for (let count = 0; count < 5; count++) new LogFile(path, descriptor).begin();
    expect(readFileSync(`${path}.1`, 'utf8')).toBe('it went wrong');
  });

  it('stays small however much is printed, with the end of it', () => {
    const file = new LogFile(path, descriptor);
    for (let round = 0; round < 8; round++) {
      writeSync(descriptor, 'x'.repeat(3 * 2 ** 20));
      writeSync(descriptor, `end of ${round}`);
      file.check();
    }
    expect(statSync(path).size).toBe(0);
    const older = readFileSync(`${path}.1`, 'utf8');
    expect(older).toHaveLength(2 ** 20);
    expect(older).toMatch(/end of 7$/);
    expect(statSync(`${path}.1`).mode & 0o077).toBe(0);
  });

  it('is left alone where it is printed elsewhere', () => {
    writeSync(descriptor, 'x'.repeat(3 * 2 ** 20));
    const elsewhere = openSync(join(folder, 'other'), 'a');
    new LogFile(path, elsewhere).check();
    expect(statSync(path).size).toBe(3 * 2 ** 20);
    closeSync(elsewhere);
  });
});

describe('lines of the log', () => {
  it('have their time, and are counted where they come in floods', () => {
    let now = 0;
    const written: string[] = [];
    const lines = new LogLines(
      (text) => written.push(text),
      () => now,
    );
    for (let count = 0; count < 1000; count++) lines.say('again');
    expect(written).toHaveLength(60);
    expect(written[0]).toMatch(/^\d{4}-\d\d-\d\dT[\d:.]+Z again\n$/);
    now = 61_000;
    lines.error('went wrong', new Error('as such'));
    expect(written.slice(60)).toEqual([
      expect.stringMatching(/ and 940 entries more\n$/),
      expect.stringMatching(/ went wrong: Error: as such\n/),
    ]);
  });
});
