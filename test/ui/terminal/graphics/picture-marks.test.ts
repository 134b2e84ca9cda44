import { expect, it } from 'vitest';
import type { ProtocolPicture } from '../../../../src/ui/terminal/graphics/picture-marks.js';
import { PictureMarks } from '../../../../src/ui/terminal/graphics/picture-marks.js';

const picture: ProtocolPicture = {
  protocol: 'kitty',
  png: Buffer.from('png'),
  key: 'a',
  columns: 3,
  rows: 2,
};

function start() {
  const marks = new PictureMarks();
  const taken = marks.take(picture);
  return { marks, mark: taken?.mark ?? '', release: () => taken?.release() };
}

it('finds a picture in a frame and leaves its cells blank', () => {
  const { marks, mark } = start();
  const cells = mark.repeat(3);
  expect(marks.read(['ab', `│${cells}│`, `\x1b[36m│\x1b[39m${cells}`])).toEqual({
    rows: ['ab', '│   │', '\x1b[36m│\x1b[39m   '],
    pictures: [{ ...picture, area: { column: 1, row: 1, width: 3, height: 2 } }],
  });
});

it('counts cells, not signs, before a picture', () => {
  const { marks, mark } = start();
  const cells = mark.repeat(3);
  const { pictures } = marks.read([`は ${cells}`, `abc${cells}`]);
  expect(pictures[0].area).toEqual({ column: 3, row: 0, width: 3, height: 2 });
});

it.each([
  ['something lies over it', (cells: string, mark: string) => [cells, `${mark}x${mark}`]],
  ['something blank lies over it', (cells: string, mark: string) => [cells, `${mark}${mark} `]],
  ['an edge cuts it', (cells: string) => [cells]],
  ['its rows are shifted', (cells: string) => [cells, ` ${cells}`]],
  ['it is not in the frame', () => ['a', 'b']],
])('shows no picture where %s, and no mark', (_what, frame) => {
  const { marks, mark } = start();
  const { rows, pictures } = marks.read(frame(mark.repeat(3), mark));
  expect(pictures).toEqual([]);
  expect(rows.join()).toMatch(/^[ ,xab]*$/);
});

it('shows no picture that has been released', () => {
  const { marks, mark, release } = start();
  release();
  expect(marks.read([mark.repeat(3), mark.repeat(3)])).toEqual({
    rows: ['   ', '   '],
    pictures: [],
  });
});

it('gives the next picture another mark, so that its frame is another one', () => {
  const { marks, mark, release } = start();
  release();
  const next = marks.take(picture);
  expect(next?.mark).not.toBe(mark);
});

it('gives 32 marks and takes them back', () => {
  const marks = new PictureMarks();
  const taken = Array.from({ length: 32 }, () => marks.take(picture));
  expect(new Set(taken.map((one) => one?.mark)).size).toBe(32);
  expect(marks.take(picture)).toBeUndefined();
  taken[7]?.release();
  expect(marks.take(picture)?.mark).toBe(taken[7]?.mark);
});
