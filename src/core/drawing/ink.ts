import { type PathGrowth, type Piece, pathGrowth } from './path.js';
import { canvasSide, type Point, type Stroke, type Tool } from './stroke.js';

/**
 * A canvas that strokes are drawn on as they grow: 0 black to 255 white ink, row after row. A point more costs the
 * pixels around the last piece of its stroke, not those of the whole drawing.
 */
export class Ink {
  readonly pixels = new Uint8Array(canvasSide * canvasSide);
  #brush: Brushwork | undefined;
  #points: Point[] = [];
  /** What lies under the loose end of the stroke. */
  #under: Patch | undefined;

  /** Puts a pen down; a stroke that was not ended ends. */
  begin(stroke: Stroke): void {
    this.end();
    this.#brush = stroke;
    for (const point of stroke.points) this.extend(point);
  }

  extend(point: Point): void {
    if (!this.#brush) return;
    // The three last ones are all that the path depends on.
    this.#points = [...this.#points.slice(-2), point];
    this.#draw(pathGrowth(this.#points), this.#brush);
  }

  end(): void {
    this.#brush = undefined;
    this.#points = [];
    this.#under = undefined;
  }

  clear(): void {
    this.end();
    this.pixels.fill(0);
  }

  #draw({ settled, loose }: PathGrowth, brush: Brushwork): void {
    if (this.#under) restore(this.pixels, this.#under);
    for (const piece of settled) drawPiece(this.pixels, piece, brush);
    this.#under = takePatch(this.pixels, reach(loose, brush.radius));
    drawPiece(this.pixels, loose, brush);
  }
}

type Brushwork = Pick<Stroke, 'tool' | 'radius'>;

/** Pixels from left to before right, from top to before bottom; none where they are beside the canvas. */
interface Area {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** A piece of a canvas as it was. */
interface Patch extends Area {
  rows: readonly Uint8Array[];
}

function drawPiece(pixels: Uint8Array, piece: Piece, { tool, radius }: Brushwork): void {
  const { left, top, right, bottom } = reach(piece, radius);
  const [from, to] = piece;
  const [acrossX, acrossY] = [to.x - from.x, to.y - from.y];
  const length = acrossX ** 2 + acrossY ** 2;
  for (let row = top; row < bottom; row++) {
    const y = row + 0.5 - from.y;
    for (let column = left; column < right; column++) {
      const x = column + 0.5 - from.x;
      const along = length > 0 ? (x * acrossX + y * acrossY) / length : 0;
      const share = Math.min(1, Math.max(0, along));
      const distance = Math.sqrt((x - share * acrossX) ** 2 + (y - share * acrossY) ** 2);
      // A pixel at the rim is covered in part: by what of it lies within the brush, about.
      const covered = radius + 0.5 - distance;
      if (covered <= 0) continue;
      const at = row * canvasSide + column;
      pixels[at] = inked(pixels[at], Math.round(255 * Math.min(1, covered)), tool);
    }
  }
}

function inked(before: number, ink: number, tool: Tool): number {
  return tool === 'pen' ? Math.max(before, ink) : Math.min(before, 255 - ink);
}

/** The pixels that a brush can touch along a piece. */
function reach([from, to]: Piece, radius: number): Area {
  const within = (value: number) => Math.min(canvasSide, Math.max(0, value));
  const rim = radius + 1;
  return {
    left: within(Math.floor(Math.min(from.x, to.x) - rim)),
    top: within(Math.floor(Math.min(from.y, to.y) - rim)),
    right: within(Math.ceil(Math.max(from.x, to.x) + rim)),
    bottom: within(Math.ceil(Math.max(from.y, to.y) + rim)),
  };
}

function takePatch(pixels: Uint8Array, area: Area): Patch {
  const rows = Array.from({ length: Math.max(0, area.bottom - area.top) }, (_, index) => {
    const start = (area.top + index) * canvasSide;
    return pixels.slice(start + area.left, start + area.right);
  });
  return { ...area, rows };
}

function restore(pixels: Uint8Array, { left, top, rows }: Patch): void {
  for (const [index, row] of rows.entries()) pixels.set(row, (top + index) * canvasSide + left);
}
