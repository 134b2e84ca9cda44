import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import {
  answerPaste,
  lookAtPaste,
  type PasteAnswer,
  type PastedPath,
  type PasteSituation,
} from '../../src/screens/pasted-paths.js';

const picture: PastedPath = { path: '/a/7.png', kind: 'file' };
const other: PastedPath = { path: '/a/8.JPG', kind: 'file' };
const missing: PastedPath = { path: '/a/9.png', kind: 'nothing' };
const folder: PastedPath = { path: '/a/digits', kind: 'folder' };
const pictureFolder: PastedPath = { path: '/a/digits.png', kind: 'folder' };
const idx: PastedPath = { path: '/a/train-images-idx3-ubyte', kind: 'file' };
const words: PastedPath = { path: 'hello there', kind: 'nothing' };

const home: PasteSituation = { screen: 'home', run: 'none' };
const training: PasteSituation = { screen: 'training', run: 'none' };
const busy: PasteSituation = { screen: 'training', run: 'under way' };

const read = (...paths: string[]): PasteAnswer => ({ kind: 'read', paths });
const train = (source: string): PasteAnswer => ({ kind: 'train', source });

it.each<[string, PastedPath[], PasteSituation, PasteAnswer | undefined]>([
  ['nothing', [], home, undefined],
  ['a picture on Home', [picture], home, read('/a/7.png')],
  ['a folder on Home', [folder], home, read('/a/digits')],
  [
    'several on About',
    [picture, missing],
    { ...home, screen: 'about' },
    read('/a/7.png', '/a/9.png'),
  ],
  ['a picture that is not there', [missing], home, read('/a/9.png')],
  ['a file of any name in Recognition', [idx], { ...home, screen: 'recognition' }, read(idx.path)],
  ['some text', [words], home, { kind: 'refuse', reason: 'there is no file hello there' }],
  ['a picture in Training', [picture], training, read('/a/7.png')],
  ['several pictures in Training', [picture, other], training, read('/a/7.png', '/a/8.JPG')],
  ['a picture during a run', [picture], busy, read('/a/7.png')],
  ['a folder in Training', [folder], training, train('/a/digits')],
  ['a folder that is called like a picture', [pictureFolder], training, train('/a/digits.png')],
  ['the name of a source', [{ path: 'mnist', kind: 'nothing' }], training, train('mnist')],
  ['another dataset', [idx], training, train(idx.path)],
  [
    'a folder during a run',
    [folder],
    busy,
    { kind: 'refuse', reason: 'a run is under way: d shows the settings, which take other data' },
  ],
])('pasting %s', (_, pasted, situation, expected) => {
  expect(answerPaste(pasted, situation)).toEqual(expected);
});

let root: string;
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'digitscope-paste-'));
  mkdirSync(join(root, 'my digits'));
  writeFileSync(join(root, '7.png'), '');
});
afterAll(() => rmSync(root, { recursive: true }));

it('looks at what is there', async () => {
  const text = `'${root}/my digits' ${root}/7.png ${root}/8.png`;
  expect(await lookAtPaste(text)).toEqual([
    { path: `${root}/my digits`, kind: 'folder' },
    { path: `${root}/7.png`, kind: 'file' },
    { path: `${root}/8.png`, kind: 'nothing' },
  ]);
});
