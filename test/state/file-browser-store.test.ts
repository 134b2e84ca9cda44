import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { FileBrowser } from '../../src/state/file-browser-store.js';
import { startBrowser } from './file-browser-fakes.js';

let root: string;
let browser: FileBrowser;

beforeEach(async () => {
  root = mkdtempSync(join(tmpdir(), 'digitscope-browser-'));
  for (const folder of ['photos/old', 'empty']) mkdirSync(join(root, folder), { recursive: true });
  for (const file of [
    'photos/img10.jpg',
    'photos/img9.JPG',
    'photos/seven 1.png',
    'photos/notes.txt',
    'photos/.hidden.png',
    'photos/old/a.webp',
    'photos/old/b.tiff',
  ]) {
    writeFileSync(join(root, file), '');
  }
  browser = startBrowser({
    places: [
      { name: 'photos', folder: join(root, 'photos') },
      { name: 'all', folder: root },
    ],
    home: root,
  });
  await browser.refresh();
});

afterEach(() => {
  rmSync(root, { recursive: true });
});

const state = () => browser.store.getState();
/** Rows as `name` or `(kind)`, the one that is looked at with a `>`. */
const shown = () =>
  state().rows.map(
    (row, index) =>
      `${index === state().place ? '>' : ''}${'name' in row ? row.name : `(${row.kind})`}`,
  );
const photo = (name: string) => join(root, 'photos', name);

describe('a folder', () => {
  it('lists folders, then pictures by their numbers; hidden and other files are left out', async () => {
    expect(shown()).toEqual(['(up)', '>(all)', 'old', 'img9.JPG', 'img10.jpg', 'seven 1.png']);
    await vi.waitFor(() => expect(state().facts.get(photo('old'))).toMatchObject({ pictures: 2 }));
  });

  it('follows links to folders, and leaves out those that lead nowhere', async () => {
    symlinkSync(join(root, 'photos'), join(root, 'empty', 'link'));
    symlinkSync(join(root, 'nowhere'), join(root, 'empty', 'lost'));
    await browser.open(join(root, 'empty'));
    expect(shown()).toEqual(['(up)', '>link']);
  });

  it('is entered and left, and one stands where one was', async () => {
    browser.move(1);
    await browser.enter();
    expect(shown()).toEqual(['(up)', '>(all)', 'a.webp', 'b.tiff']);
    await browser.up();
    expect(shown()[2]).toBe('>old');
  });

  it.skipIf(process.getuid?.() === 0)('that may not be read says so, and one stays', async () => {
    chmodSync(join(root, 'empty'), 0);
    await browser.open(join(root, 'empty'));
    expect(state()).toMatchObject({
      folder: join(root, 'photos'),
      problem: 'empty may not be read: choose another folder',
    });
  });

  it('that is gone says so, and one stays', async () => {
    await browser.open(join(root, 'gone'));
    expect(state()).toMatchObject({
      folder: join(root, 'photos'),
      problem: 'gone is not there: check the path',
    });
    expect(shown()).toHaveLength(6);
  });
});

describe('what is typed', () => {
  it('filters by a part of the name in any case', async () => {
    await browser.type('IMG');
    expect(shown()).toEqual(['>(all)', 'img9.JPG', 'img10.jpg']);
    expect(await browser.choose()).toEqual([photo('img9.JPG'), photo('img10.jpg')]);
  });

  it('is a path where it holds a separator, from here, from home or from the root', async () => {
    for (const typed of ['old/', '~/photos/old/', `${root}/photos/old/`]) {
      await browser.type(typed);
      expect(shown()).toEqual(['>a.webp', 'b.tiff']);
    }
    expect(state().folder).toBe(join(root, 'photos'));
  });

  it('is completed as far as it is clear', async () => {
    await browser.type('~/ph');
    await browser.complete();
    expect(state().typed).toBe('~/photos/');
    await browser.type('~/photos/IM');
    await browser.complete();
    expect(state().typed).toBe('~/photos/img');
    await browser.type('~/photos/s');
    await browser.complete();
    expect(await browser.choose()).toEqual([photo('seven 1.png')]);
  });

  it('is completed and chosen as it was typed, however fast', async () => {
    void browser.type('~/ph');
    await browser.complete();
    expect(state().typed).toBe('~/photos/');
    void browser.type('~/photos/old/b');
    expect(await browser.choose()).toEqual([join(photo('old'), 'b.tiff')]);
  });

  it('filters the folder that is being opened', async () => {
    const opened = browser.open(photo('old'));
    void browser.type('tif');
    await opened;
    expect(state().folder).toBe(photo('old'));
    expect(shown()).toEqual(['>b.tiff']);
  });

  it('shows hidden files where it begins with a dot', async () => {
    await browser.type('.h');
    expect(shown()).toEqual(['>.hidden.png']);
    await browser.type('~/photos/.');
    expect(shown()).toEqual(['>.hidden.png']);
    await browser.complete();
    expect(await browser.choose()).toEqual([photo('.hidden.png')]);
  });

  it('opens a folder whose path ends in a separator', async () => {
    await browser.type('~/photos/old/');
    expect(await browser.choose()).toEqual([]);
    expect(state()).toMatchObject({ folder: photo('old'), typed: '' });
  });

  it('is read as it is where no picture goes with it: the host tells what is wrong', async () => {
    await browser.type('~/photos/notes.txt');
    expect(shown()).toEqual([]);
    expect(await browser.choose()).toEqual([photo('notes.txt')]);
  });

  it('says at once that its folder is not there', async () => {
    await browser.type('/no/such/folder/a.png');
    expect(state().problem).toBe('folder is not there: check the path');
    await browser.type('');
    expect(state().problem).toBeUndefined();
    expect(shown()).toHaveLength(6);
  });
});

describe('marks', () => {
  it('are put and taken, and read together', async () => {
    browser.move(1);
    for (const _ of ['old', 'img9.JPG', 'img10.jpg']) browser.markAndMove();
    browser.move(-1);
    browser.markAndMove();
    expect(state().marked).toEqual([photo('old'), photo('img9.JPG')]);
    expect(await browser.choose()).toEqual([photo('old'), photo('img9.JPG')]);
    expect(state().marked).toEqual([]);
  });

  it('stay in other folders and under a filter, and go when it is closed', async () => {
    browser.toggleMark(3);
    await browser.up();
    await browser.type('nothing like it');
    expect(state().marked).toEqual([photo('img9.JPG')]);
    browser.leave();
    expect(state().marked).toEqual([]);
  });

  it('are for files alone', () => {
    browser.toggleMark(0);
    browser.toggleMark(1);
    expect(state().marked).toEqual([]);
  });
});

describe('places', () => {
  it('are gone through in turn', async () => {
    await browser.nextPlace();
    expect(state().folder).toBe(root);
    await browser.nextPlace();
    expect(state().folder).toBe(join(root, 'photos'));
  });

  it('take in the folder that was read from, and one comes back to it', async () => {
    await browser.open(photo('old'));
    browser.move(1);
    expect(await browser.choose()).toEqual([join(photo('old'), 'a.webp')]);
    await browser.refresh();
    expect(state().places.map(({ name }) => name)).toEqual(['photos', 'all', photo('old')]);
    expect(shown()).toEqual(['(up)', '>(all)', 'a.webp', 'b.tiff']);
  });
});

describe('what is looked at', () => {
  it('is a picture with its size in pixels and bytes', async () => {
    writeFileSync(photo('img9.JPG'), 'four');
    browser.moveTo(3);
    await vi.waitFor(() => expect(state().picture?.path).toBe(photo('img9.JPG')));
    expect(state().picture).toMatchObject({ bytes: 4, preview: { width: 30, height: 40 } });
  });

  it('is counted where it is a folder', async () => {
    browser.moveTo(0);
    await vi.waitFor(() =>
      expect(state().facts.get(root)).toEqual({ folders: 2, pictures: 0, others: 0 }),
    );
  });
});

describe('for a dataset', () => {
  beforeEach(async () => {
    for (const digit of [0, 1]) {
      mkdirSync(join(root, 'digits_jpeg', String(digit)), { recursive: true });
    }
    writeFileSync(join(root, 'digits_jpeg', '1', 'one.jpg'), '');
    writeFileSync(join(root, 'notes.txt'), '');
    browser = startBrowser({
      purpose: 'dataset',
      places: [{ name: 'all', folder: root }],
      home: root,
    });
    await browser.refresh();
  });
  const digits = () => join(root, 'digits_jpeg');
  const lookAt = (name: string) =>
    browser.moveTo(state().rows.findIndex((row) => 'name' in row && row.name === name));

  it('folders come before the other files, and the folder itself where it is a dataset', async () => {
    expect(shown()).toEqual(['>(use)', '(up)', 'digits_jpeg', 'empty', 'photos', 'notes.txt']);
    expect(await browser.choose()).toEqual([root]);
  });

  it('one is taken, and any other folder gone into', async () => {
    lookAt('photos');
    expect(await browser.choose()).toEqual([]);
    expect(state().folder).toBe(join(root, 'photos'));
    await browser.up();
    lookAt('digits_jpeg');
    expect(await browser.choose()).toEqual([digits()]);
  });

  it('one can be looked into', async () => {
    lookAt('digits_jpeg');
    await browser.enter();
    expect(shown()).toEqual(['>(use)', '(up)', '0', '1']);
  });

  it('a file is refused with a word', async () => {
    lookAt('notes.txt');
    expect(await browser.choose()).toEqual([]);
    expect(state().problem).toBe(
      'notes.txt holds no samples: choose a folder, or a CSV, NPZ or IDX file',
    );
    browser.move(-1);
    expect(state().problem).toBeUndefined();
  });

  it.each(['digits.csv', 'mnist.NPZ', 'train-images-idx3-ubyte', 't10k-labels-idx1-ubyte.gz'])(
    'a file of samples is taken: %s',
    async (name) => {
      writeFileSync(join(root, name), '');
      await browser.open(root);
      lookAt(name);
      expect(await browser.choose()).toEqual([join(root, name)]);
    },
  );

  it('nothing is marked', () => {
    lookAt('photos');
    browser.markAndMove();
    expect(state().marked).toEqual([]);
  });

  it('the words that name one are taken', async () => {
    await browser.type('MNIST:');
    expect(shown()).toEqual(['>(word)']);
    expect(await browser.choose()).toEqual(['mnist:test']);
  });

  it('paths are completed by folders alone', async () => {
    await browser.type('~/no');
    await browser.complete();
    expect(state().typed).toBe('~/no');
    await browser.type('~/d');
    await browser.complete();
    expect(state().typed).toBe('~/digits_jpeg/');
  });
});
