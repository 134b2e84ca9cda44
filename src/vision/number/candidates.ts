import { boxAround, overlapAcross } from './boxes.js';
import { cutApart, findCuts } from './cuts.js';
import { digitHeight, joinParts, type Part } from './parts.js';

/** Neighbouring pieces of a line that may be one digit. */
export interface Candidate {
  /** The first piece, and one past the last. */
  from: number;
  to: number;
  part: Part;
  /** Against the usual height of a digit in this line. */
  width: number;
  height: number;
  /** Length of its strokes, against its own height. */
  ink: number;
  /** Ink that was cut through at both sides, in widths of a stroke. */
  cut: number;
  /** Sides at which ink was cut through, 0 to 2. */
  cuts: number;
  /** Widest gap inside, against the height of a digit; below 0 where all hangs together. */
  gap: number;
}

/** A line of writing: its pieces from left to right, and what may be digits of it. */
export interface CandidateLine {
  pieces: number;
  candidates: Candidate[];
  /** Usual height of a digit, in pixels of the sheet. */
  height: number;
}

interface Piece {
  part: Part;
  /** Which part of the line it is cut out of. */
  whole: number;
  /** Ink that was cut through to part it from the piece before, in pixels. */
  cut: number;
}

/** Of the height of a digit: narrower parts are not cut, and wider joined ones are no digit. */
const narrowest = 0.42;
const widest = 1.5;
/** Pieces of one digit at most, and cuts of one part. */
const mostPieces = 12;
const mostCuts = 48;
/** Through more ink than so many widths of a stroke is no place where digits touch. */
const deepest = 4;

/**
 * All ways to take a line apart into digits: parts that are wide enough for two are cut in more
 * places than needed (over-segmentation), and neighbouring pieces are joined again.
 *
 * @param stroke mean width of the strokes, in pixels
 */
export function candidatesOf(line: readonly Part[], stroke: number): CandidateLine {
  const height = digitHeight(line);
  const pieces = line.flatMap((part, whole) => piecesOf(part, whole, { height, stroke }));
  const candidates: Candidate[] = [];
  for (let from = 0; from < pieces.length; from++) {
    const cutBefore = pieces[from].cut;
    for (let to = from + 1; to <= Math.min(pieces.length, from + mostPieces); to++) {
      const group = pieces.slice(from, to);
      const part = joinParts(group.map((piece) => piece.part));
      const [, , across, down] = part.box;
      if (to > from + 1 && across > widest * height) break;
      const cutAfter = pieces[to]?.cut ?? 0;
      candidates.push({
        from,
        to,
        part,
        width: across / height,
        height: down / height,
        ink: part.area / stroke / down,
        cut: (cutBefore + cutAfter) / stroke,
        cuts: Math.sign(cutBefore) + Math.sign(cutAfter),
        gap: widestGap(group) / height,
      });
    }
  }
  return { pieces: pieces.length, candidates, height };
}

function piecesOf(
  part: Part,
  whole: number,
  { height, stroke }: { height: number; stroke: number },
): Piece[] {
  const [, , width] = part.box;
  if (width < narrowest * height) return [{ part, whole, cut: 0 }];
  const most = Math.min(mostCuts, 2 + Math.ceil((6 * width) / height));
  const cuts = findCuts(part, { height, most }).filter(({ ink }) => ink <= deepest * stroke);
  const pieces: Piece[] = [];
  cutApart(part, cuts).forEach((piece, index) => {
    if (!piece) return;
    pieces.push({ part: piece, whole, cut: pieces.length === 0 ? 0 : cuts[index - 1].ink });
  });
  return pieces;
}

/** Between what was not cut apart. */
function widestGap(group: readonly Piece[]): number {
  let widest = -1;
  for (let index = 1; index < group.length; index++) {
    if (group[index].whole === group[index - 1].whole) continue;
    const before = boxAround(group.slice(0, index).map(({ part }) => part.box));
    widest = Math.max(widest, -overlapAcross(before, group[index].part.box));
  }
  return widest;
}
