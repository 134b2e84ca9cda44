import type { CellArea } from '../element-area.js';

/** Height of a cell by its width where the terminal does not say it; fonts differ little. */
const usualCellShape = 2;

const pngHeader = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex');

/** Pixels of a PNG, from its header (https://www.w3.org/TR/png-3/, 11.2.1); undefined for anything else. */
export function pngSize(png: Buffer): { width: number; height: number } | undefined {
  if (png.length < 24 || !png.subarray(0, pngHeader.length).equals(pngHeader)) return undefined;
  const size = { width: png.readUInt32BE(16), height: png.readUInt32BE(20) };
  return size.width > 0 && size.height > 0 ? size : undefined;
}

/** The most cells within `width` by `height` in which a picture of these pixels keeps its shape; at least one. */
export function fitCells(
  pixels: { width: number; height: number },
  { width, height }: Pick<CellArea, 'width' | 'height'>,
  cellShape = usualCellShape,
): { columns: number; rows: number } {
  const scale = Math.min(width / pixels.width, (height * cellShape) / pixels.height);
  return {
    columns: Math.max(1, Math.round(pixels.width * scale)),
    rows: Math.max(1, Math.round((pixels.height * scale) / cellShape)),
  };
}
