import { symlink } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { resolveUserPath } from '../../src/files/user-path.js';
import { collectPictures } from '../../src/vision/collect-pictures.js';
import { temporaryFolder, writeFiles } from './temporary-folder.js';

test('a folder gives its pictures and those below it, by name, and nothing else', async () => {
  const folder = await temporaryFolder();
  await writeFiles(folder, {
    'b.PNG': '',
    'a.jpeg': '',
    'c/deep/d.webp': '',
    'notes.txt': '',
    '.hidden.png': '',
    'no-extension': '',
    'x.png/inside.jpg': '',
  });
  const names = ['a.jpeg', 'b.PNG', 'c/deep/d.webp', 'x.png/inside.jpg'];
  expect(await collectPictures([folder])).toEqual({
    files: names.map((name) => join(folder, name)),
    problems: [],
  });
});

test('paths keep their order, and a file that is named is taken whatever its name', async () => {
  const folder = await temporaryFolder();
  await writeFiles(folder, { 'z.dat': '', 'in/a.png': '' });
  const { files } = await collectPictures([join(folder, 'z.dat'), join(folder, 'in')]);
  expect(files).toEqual([join(folder, 'z.dat'), join(folder, 'in', 'a.png')]);
});

test('folders that link to each other end', async () => {
  const folder = await temporaryFolder();
  await writeFiles(folder, { 'one/a.png': '' });
  await symlink(folder, join(folder, 'one', 'up'));
  await symlink(join(folder, 'one'), join(folder, 'two'));
  expect((await collectPictures([folder])).files).toEqual([join(folder, 'one', 'a.png')]);
});

test('what cannot be found is a problem, and the rest goes on', async () => {
  const folder = await temporaryFolder();
  await writeFiles(folder, { 'a.png': '', 'notes/b.txt': '' });
  await symlink(join(folder, 'gone.png'), join(folder, 'broken.png'));
  const paths = [join(folder, 'missing'), folder, join(folder, 'notes')];
  expect(await collectPictures(paths)).toEqual({
    files: [join(folder, 'a.png')],
    problems: [
      { file: join(folder, 'missing'), error: 'missing is not there: check the path' },
      { file: join(folder, 'broken.png'), error: 'broken.png is not there: check the path' },
      {
        file: join(folder, 'notes'),
        error:
          'notes holds no pictures: name a folder with .jpg .jpeg .png .webp .gif .tif .tiff .avif .bmp files',
      },
    ],
  });
});

test.each([
  ['~', homedir()],
  ['~/digits', join(homedir(), 'digits')],
  ['digits', join('/base', 'digits')],
  ['~tilde', join('/base', '~tilde')],
  ['/else/where', '/else/where'],
])('%s is where a person means it', (typed, path) => {
  expect(resolveUserPath(typed, '/base')).toBe(path);
});
