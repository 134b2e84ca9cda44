import { cellWidth } from '../../cells.js';
import type { CellArea } from '../element-area.js';
import { withoutSgr } from '../sgr.js';

/** A picture that the terminal draws itself. */
export interface ProtocolPicture {
  protocol: 'kitty' | 'iterm2';
  png: Buffer;
  /** Names the content. */
  key: string;
  /** Cells to fill. */
  columns: number;
  rows: number;
}

/** A picture and where it stands. */
export interface PlacedPicture extends ProtocolPicture {
  area: CellArea;
}

export interface MarkedFrame {
  /** The rows with spaces where the marks were. */
  rows: readonly string[];
  /** The pictures that are whole on the screen: nothing lies over them and no edge cuts them. */
  pictures: readonly PlacedPicture[];
}

export interface TakenMark {
  /** One cell; the picture's component fills all its cells with it. */
  mark: string;
  release: () => void;
}

// Noncharacters, which Unicode keeps for a program's own use: 32 of them, more than a screen has pictures.
const firstMark = 0xfdd0;
const markCount = 32;
const marked = /[\ufdd0-\ufdef]/;
const runOfMarks = /([\ufdd0-\ufdef])\1*/g;

/**
 * The pictures on the screen. A component that shows one fills its cells with a mark, and the frame itself then tells
 * where the picture stands and whether something covers it.
 */
export class PictureMarks {
  readonly #pictures: (ProtocolPicture | undefined)[] = Array(markCount).fill(undefined);
  #next = 0;

  /** A mark for a picture until it is released; undefined where there are too many. */
  take(picture: ProtocolPicture): TakenMark | undefined {
    for (let tries = 0; tries < markCount; tries += 1) {
      const index = this.#next;
      // In turn, so that another picture in the same cells makes another frame.
      this.#next = (index + 1) % markCount;
      if (this.#pictures[index]) continue;
      this.#pictures[index] = picture;
      return {
        mark: markAt(index),
        release: () => {
          this.#pictures[index] = undefined;
        },
      };
    }
    return undefined;
  }

  read(rows: readonly string[]): MarkedFrame {
    if (!rows.some((row) => marked.test(row))) return { rows, pictures: [] };
    const runs = rows.flatMap(runsIn);
    const pictures = this.#pictures.flatMap((picture, index) => {
      const mark = markAt(index);
      const own = runs.filter((run) => run.mark === mark);
      return picture && isWhole(picture, own) ? [placed(picture, own[0])] : [];
    });
    return { rows: rows.map(withoutMarks), pictures };
  }
}

/** One row of a picture's cells, or what is to be seen of it. */
interface Run {
  mark: string;
  column: number;
  row: number;
  width: number;
}

function markAt(index: number): string {
  return String.fromCharCode(firstMark + index);
}

function runsIn(text: string, row: number): Run[] {
  if (!marked.test(text)) return [];
  const plain = withoutSgr(text);
  return [...plain.matchAll(runOfMarks)].map((match) => ({
    mark: match[1],
    column: cellWidth(withoutMarks(plain.slice(0, match.index))),
    row,
    width: match[0].length,
  }));
}

function isWhole({ columns, rows }: ProtocolPicture, runs: readonly Run[]): boolean {
  return (
    runs.length === rows &&
    runs.every(
      (run, index) =>
        run.column === runs[0].column && run.width === columns && run.row === runs[0].row + index,
    )
  );
}

function placed(picture: ProtocolPicture, { column, row }: Run): PlacedPicture {
  return { ...picture, area: { column, row, width: picture.columns, height: picture.rows } };
}

function withoutMarks(row: string): string {
  return row.replace(runOfMarks, (run) => ' '.repeat(run.length));
}
