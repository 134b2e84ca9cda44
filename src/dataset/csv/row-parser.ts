import type { CsvLayout } from './csv-layout.js';

/** Reads the lines of a table of digits, one at a time. */
export class RowParser {
  /** The pixels of the row that was read last, 0..255. */
  readonly pixels: Uint8Array;
  /** Its digit. */
  label = 0;
  readonly #layout: CsvLayout;

  constructor(layout: CsvLayout) {
    this.#layout = layout;
    this.pixels = new Uint8Array(layout.side ** 2);
  }

  /**
   * Reads bytes `start` to before `end`, a line without its end.
   *
   * @returns what is wrong with it, for people; undefined where it is a sample
   */
  read(bytes: Uint8Array, start: number, end: number): string | undefined {
    const { delimiter, columns } = this.#layout;
    let column = 0;
    for (let at = start; at <= end; column++) {
      // The shape of nearly every cell: one to three digits, then the delimiter.
      let value = 0;
      let to = at;
      while (to < end && bytes[to] >= zero && bytes[to] <= nine && to - at < 9) {
        value = value * 10 + bytes[to++] - zero;
      }
      if (to === at || (to < end && bytes[to] !== delimiter)) {
        to = endOfCell(bytes, at, { end, delimiter });
        value = toNumber(bytes, at, to);
        if (Number.isNaN(value)) return `has “${textOf(bytes, at, to)}” where a number is due`;
      }
      const wrong = column < columns ? this.#put(column, value) : undefined;
      if (wrong) return wrong;
      at = to + 1;
    }
    return column === columns ? undefined : `has ${column} values, not ${columns}`;
  }

  #put(column: number, value: number): string | undefined {
    const { labelColumn, scale } = this.#layout;
    if (column === labelColumn) {
      if (!Number.isInteger(value) || value < 0 || value > 9) {
        return `has the label ${value}, which is no digit`;
      }
      this.label = value;
      return undefined;
    }
    const grey = value * scale;
    if (grey < 0 || grey > 255.01) return `has the value ${value}, beyond ${255 / scale}`;
    this.pixels[column < labelColumn ? column : column - 1] = grey + 0.5;
    return undefined;
  }
}

const zero = 0x30;
const nine = 0x39;

function endOfCell(
  bytes: Uint8Array,
  start: number,
  { end, delimiter }: { end: number; delimiter: number },
): number {
  const found = bytes.subarray(start, end).indexOf(delimiter);
  return found < 0 ? end : start + found;
}

/** With a fraction or an exponent, in quotes, or with blanks around it; NaN where it is no number. */
function toNumber(bytes: Uint8Array, start: number, end: number): number {
  const text = textOf(bytes, start, end);
  return text === '' ? Number.NaN : Number(text);
}

function textOf(bytes: Uint8Array, start: number, end: number): string {
  const cell = Buffer.from(bytes.buffer, bytes.byteOffset + start, Math.min(40, end - start));
  return cell
    .toString('utf8')
    .trim()
    .replace(/^"(.*)"$/, '$1')
    .trim();
}
