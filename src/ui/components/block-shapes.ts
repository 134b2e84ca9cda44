/** A corner of a stroke, from the upper left of the symbol; `rounding` is the radius that the corner is given. */
export type StrokeCorner = readonly [x: number, y: number, rounding?: number];

/** A line that a pen follows; a loop comes back to where it began. */
export type Stroke =
  | { readonly line: readonly StrokeCorner[] }
  | { readonly loop: readonly StrokeCorner[] };

export interface BlockShape {
  /** The height is `shapeHeight` for all. */
  readonly width: number;
  readonly strokes: readonly Stroke[];
}

export const shapeHeight = 14;

/** Half the width of the pen: strokes keep that distance from the edges. */
export const penRadius = 1.2;

/** The shape of a character; undefined where there is none, and a small letter has that of its capital. */
export function blockShape(character: string): BlockShape | undefined {
  return shapes.get(character.toUpperCase());
}

const line = (...corners: StrokeCorner[]): Stroke => ({ line: corners });
const loop = (...corners: StrokeCorner[]): Stroke => ({ loop: corners });
const dot = (x: number, y: number) => line([x, y], [x, y]);
const shape = (width: number, ...strokes: Stroke[]): BlockShape => ({ width, strokes });

const shapes: ReadonlyMap<string, BlockShape> = new Map([
  ['0', shape(10, loop([1, 1, 4], [9, 1, 4], [9, 13, 4], [1, 13, 4]))],
  ['1', shape(10, line([1.5, 4], [5, 1], [5, 13]), line([1.5, 13], [8.5, 13]))],
  ['2', shape(10, line([1, 4.5], [1, 1, 3.5], [9, 1, 3.5], [9, 6, 3], [1, 13], [9, 13]))],
  [
    '3',
    shape(
      10,
      line([1, 3.5], [1, 1, 3.5], [8.7, 1, 3.5], [8.7, 6.8, 3.5], [4, 6.8]),
      line([4, 6.8], [9, 6.8, 3.5], [9, 13, 3.5], [1, 13, 3.5], [1, 10.5]),
    ),
  ],
  ['4', shape(10, line([7, 13], [7, 1], [1, 9.5], [9.2, 9.5]))],
  [
    '5',
    shape(
      10,
      line([8.6, 1], [1.5, 1], [1.1, 6.3]),
      line([1.1, 6.3], [3, 5.5, 2], [9, 5.5, 4], [9, 13, 4], [1, 13, 3.5], [1, 10.5]),
    ),
  ],
  [
    '6',
    shape(
      10,
      line([8.6, 3], [8.3, 1, 2.5], [1, 1, 5], [1, 9.5]),
      loop([1, 6, 3.7], [9, 6, 3.7], [9, 13, 3.7], [1, 13, 3.7]),
    ),
  ],
  ['7', shape(10, line([1, 1], [9, 1], [4, 13]))],
  [
    '8',
    shape(
      10,
      loop([1.4, 1, 3.2], [8.6, 1, 3.2], [8.6, 6.7, 3.2], [1.4, 6.7, 3.2]),
      loop([1, 6.7, 3.5], [9, 6.7, 3.5], [9, 13, 3.5], [1, 13, 3.5]),
    ),
  ],
  [
    '9',
    shape(
      10,
      line([1.4, 11], [1.7, 13, 2.5], [9, 13, 5], [9, 4.5]),
      loop([1, 1, 3.7], [9, 1, 3.7], [9, 8, 3.7], [1, 8, 3.7]),
    ),
  ],
  [
    '%',
    shape(
      12,
      loop([1, 1, 2], [4.4, 1, 2], [4.4, 5.2, 2], [1, 5.2, 2]),
      loop([7.6, 8.8, 2], [11, 8.8, 2], [11, 13, 2], [7.6, 13, 2]),
      line([10, 1], [2, 13]),
    ),
  ],
  ['.', shape(2.4, dot(1.2, 12.8))],
  [':', shape(2.4, dot(1.2, 4.5), dot(1.2, 11))],
  ['!', shape(2.4, line([1.2, 1], [1.2, 8.5]), dot(1.2, 12.8))],
  [
    '?',
    shape(
      10,
      line([1, 4], [1, 1, 3.5], [9, 1, 3.5], [9, 6.5, 3], [5, 6.5, 2.5], [5, 9]),
      dot(5, 12.8),
    ),
  ],
  ['-', shape(7, line([1, 7], [6, 7]))],
  ['/', shape(8, line([7, 1], [1, 13]))],
  ['A', shape(10, line([1, 13], [4.6, 1], [5.4, 1], [9, 13]), line([2.4, 9], [7.6, 9]))],
  [
    'B',
    shape(
      10,
      line([1, 7], [8.5, 7, 3], [8.5, 1, 3], [1, 1], [1, 13], [9, 13, 3], [9, 7, 3], [5, 7]),
    ),
  ],
  ['C', shape(10, line([9, 4], [9, 1, 4], [1, 1, 4], [1, 13, 4], [9, 13, 4], [9, 10]))],
  ['D', shape(10, loop([1, 1], [9, 1, 4.5], [9, 13, 4.5], [1, 13]))],
  ['E', shape(9, line([8, 1], [1, 1], [1, 13], [8, 13]), line([1, 7], [7, 7]))],
  ['F', shape(9, line([8, 1], [1, 1], [1, 13]), line([1, 7], [7, 7]))],
  [
    'G',
    shape(10, line([9, 4], [9, 1, 4], [1, 1, 4], [1, 13, 4], [9, 13, 4], [9, 7.5], [5.5, 7.5])),
  ],
  ['H', shape(10, line([1, 1], [1, 13]), line([9, 1], [9, 13]), line([1, 7], [9, 7]))],
  ['I', shape(2.4, line([1.2, 1], [1.2, 13]))],
  ['J', shape(9, line([8, 1], [8, 13, 4], [1, 13, 4], [1, 9.5]))],
  ['K', shape(10, line([1, 1], [1, 13]), line([8.6, 1], [1.5, 8], [4, 5.6], [9, 13]))],
  ['L', shape(9, line([1, 1], [1, 13], [8, 13]))],
  ['M', shape(12, line([1, 13], [1, 1], [6, 8.5], [11, 1], [11, 13]))],
  ['N', shape(10, line([1, 13], [1, 1], [9, 13], [9, 1]))],
  ['O', shape(11, loop([1, 1, 4.5], [10, 1, 4.5], [10, 13, 4.5], [1, 13, 4.5]))],
  ['P', shape(10, line([1, 13], [1, 1], [9, 1, 3.5], [9, 7.7, 3.5], [1, 7.7]))],
  [
    'Q',
    shape(
      11,
      loop([1, 1, 4.5], [10, 1, 4.5], [10, 13, 4.5], [1, 13, 4.5]),
      line([6.5, 9], [10, 13]),
    ),
  ],
  [
    'R',
    shape(10, line([1, 13], [1, 1], [9, 1, 3.3], [9, 7.5, 3.3], [1, 7.5]), line([5, 7.5], [9, 13])),
  ],
  [
    'S',
    shape(
      10,
      line(
        [9, 3.5],
        [9, 1, 3.5],
        [1, 1, 3.5],
        [1, 6.8, 3],
        [9, 6.8, 3],
        [9, 13, 3.5],
        [1, 13, 3.5],
        [1, 10.5],
      ),
    ),
  ],
  ['T', shape(10, line([1, 1], [9, 1]), line([5, 1], [5, 13]))],
  ['U', shape(10, line([1, 1], [1, 13, 4], [9, 13, 4], [9, 1]))],
  ['V', shape(10, line([1, 1], [5, 12.6], [9, 1]))],
  ['W', shape(14, line([1, 1], [4, 12.6], [7, 3.5], [10, 12.6], [13, 1]))],
  ['X', shape(10, line([1, 1], [9, 13]), line([9, 1], [1, 13]))],
  ['Y', shape(10, line([1, 1], [5, 7.5], [9, 1]), line([5, 7.5], [5, 13]))],
  ['Z', shape(10, line([1, 1], [9, 1], [1, 13], [9, 13]))],
]);
