import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { HostClient } from '../../src/host/client.js';
import type { WatchProgress } from '../../src/host/protocol.js';
import { Workspace } from '../../src/host/workspace.js';
import { drawStroke, Sandbox } from '../support/sandbox.js';

let sandbox: Sandbox;
let client: HostClient;
const before = { ...process.env };

beforeEach(async () => {
  sandbox = await Sandbox.open();
  Object.assign(process.env, sandbox.env);
  client = await HostClient.connect(new Workspace(sandbox.workspace));
});
afterEach(() => {
  client.close();
  process.env = { ...before };
  sandbox.close();
});

/** White on black, a line from top to bottom. */
function drawnOne(side = 140) {
  const pixels = Buffer.alloc(side * side);
  const [from, to] = [Math.round(side * 0.46), Math.round(side * 0.54)];
  for (let y = Math.round(side * 0.15); y < side * 0.85; y++) {
    pixels.fill(255, y * side + from, y * side + to);
  }
  return { width: side, height: side, pixels: pixels.toString('base64') };
}

describe('a drawing', () => {
  it('is read as it stands', async () => {
    const answer = await client.live.readDrawing({ ...drawnOne(), weights: {} });
    expect(answer).toMatchObject({ digit: 1, status: 'High', rejected: false });
    expect(Buffer.from(answer.seen.pixels, 'base64')).toHaveLength(784);
  });

  it('without a stroke is blank', async () => {
    const blank = { width: 50, height: 50, pixels: Buffer.alloc(2500).toString('base64') };
    const answer = await client.live.readDrawing({ ...blank, weights: {} });
    expect(answer).toMatchObject({ rejected: true, seen: { blank: true } });
  });

  it('is kept for training by its digit, counted, and taken back', async () => {
    const { file } = await client.live.saveDrawing({ ...drawnOne(), label: 1 });
    expect(file.startsWith(sandbox.path('data', 'mine', '1', 'drawing-'))).toBe(true);
    const own = await client.live.ownDigits();
    expect(own.folder).toBe(sandbox.path('data', 'mine'));
    expect(own.perClass).toEqual([0, 1, 0, 0, 0, 0, 0, 0, 0, 0]);
    const { width } = await client.preview({ file, width: 200, height: 200 });
    expect(width).toBe(140);
    await client.live.forgetDrawing(file);
    expect(existsSync(file)).toBe(false);
  });

  it('without a digit goes to the drawings', async () => {
    await client.live.saveDrawing(drawnOne());
    expect(readdirSync(sandbox.path('drawings'))).toHaveLength(1);
  });

  it('takes back nothing that it did not save', async () => {
    writeFileSync(sandbox.path('mine.png'), 'mine');
    await expect(client.live.forgetDrawing(sandbox.path('mine.png'))).rejects.toThrow(
      'mine.png was not saved a moment ago',
    );
    expect(existsSync(sandbox.path('mine.png'))).toBe(true);
  });

  it.each([
    [{ width: 3, height: 3, pixels: 'AAAA' }, 'a drawing of 3x3 cannot have 3 pixels'],
    [{ ...drawnOne(), label: 12 }, '12 is no digit'],
  ])('is refused in a line where it is none', async (drawing, words) => {
    await expect(client.live.saveDrawing(drawing)).rejects.toThrow(words);
  });
});

describe('a watched folder', () => {
  const folder = () => sandbox.path('inbox');
  let told: WatchProgress[];
  let stop: AbortController;
  let watching: Promise<void>;

  async function watch(): Promise<void> {
    told = [];
    stop = new AbortController();
    watching = client.live.watch(
      { folder: 'inbox' },
      { signal: stop.signal, onProgress: (progress) => told.push(progress) },
    );
    watching.catch(() => undefined);
    await expect.poll(() => told.length, { timeout: 10_000 }).toBeGreaterThan(0);
  }
  const files = () => told.flatMap((each) => (each.kind === 'picture' ? [each.result.file] : []));

  it('tells what comes, once, and nothing that was there', async () => {
    mkdirSync(folder());
    writeFileSync(join(folder(), 'old.png'), await drawStroke(0));
    await watch();
    expect(told[0]).toEqual({ kind: 'watching', folder: folder(), there: 1 });
    writeFileSync(join(folder(), 'new.png'), await drawStroke(0));
    writeFileSync(join(folder(), 'notes.txt'), 'no picture');
    writeFileSync(join(folder(), 'broken.jpg'), 'text');
    await expect.poll(() => files().length, { timeout: 10_000 }).toBe(2);
    expect(files().sort()).toEqual(['broken.jpg', 'new.png'].map((name) => join(folder(), name)));
    const broken = told.find((each) => each.kind === 'picture' && 'error' in each.result);
    expect(broken).toBeDefined();
    stop.abort();
    await watching;
  });

  it('tells a picture again that was written anew', async () => {
    mkdirSync(folder());
    await watch();
    writeFileSync(join(folder(), 'a.png'), await drawStroke(0));
    await expect.poll(() => files().length, { timeout: 10_000 }).toBe(1);
    writeFileSync(join(folder(), 'a.png'), await drawStroke(72));
    await expect.poll(() => files().length, { timeout: 10_000 }).toBe(2);
    stop.abort();
    await watching;
  });

  it('says when the folder is gone', async () => {
    mkdirSync(folder());
    await watch();
    rmSync(folder(), { recursive: true });
    await watching;
    expect(told.at(-1)).toEqual({ kind: 'gone' });
  });

  it('is refused where it is not there', async () => {
    const asked = client.live.watch({ folder: 'nowhere' }, {});
    await expect(asked).rejects.toThrow('nowhere is not there');
  });
});
