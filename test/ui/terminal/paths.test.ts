import { expect, it } from 'vitest';
import { parsePastedPaths } from '../../../src/ui/terminal/paths.js';

it.each<[string, string, string[]]>([
  ['a path', '/a/seven.png', ['/a/seven.png']],
  ['spaces and a line break around it', '  /a/seven.png \n', ['/a/seven.png']],
  ['single quotes', "'/a/my seven.png'", ['/a/my seven.png']],
  ['double quotes', '"/a/my seven.png"', ['/a/my seven.png']],
  ['escaped spaces', '/a/my\\ seven\\ \\(1\\).png', ['/a/my seven (1).png']],
  ["the shell's way to quote an apostrophe", "'/a/it'\\''s.png'", ["/a/it's.png"]],
  ['an apostrophe that quotes nothing', "/a/don't.png", ["/a/don't.png"]],
  ['several quoted', "'/a/1.png' '/b c/2.png'", ['/a/1.png', '/b c/2.png']],
  [
    'several plain',
    '/a/1.png /a/2.png ./3.png ~/4.png',
    ['/a/1.png', '/a/2.png', './3.png', '/home/me/4.png'],
  ],
  ['one plain with spaces', '/a/my seven 2.png', ['/a/my seven 2.png']],
  ['one a line', '/a/1.png\r\n/a/2 b.png\n', ['/a/1.png', '/a/2 b.png']],
  ['URLs', 'file:///a/my%20seven.png file://host/b.png', ['/a/my seven.png', '/b.png']],
  ['a URL that is none', 'file:///a/%zz', ['file:///a/%zz']],
  ['the home folder', '~/seven.png', ['/home/me/seven.png']],
  ['a Windows path', 'C:\\Users\\me\\seven.png', ['C:\\Users\\me\\seven.png']],
  ['nothing', ' \n ', []],
])('understands %s', (_what, text, paths) => {
  expect(parsePastedPaths(text, { home: '/home/me' })).toEqual(paths);
});
