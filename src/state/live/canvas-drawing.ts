import { halve } from '../../core/drawing/halve.js';
import { canvasSide } from '../../core/drawing/stroke.js';
import type { Drawing } from '../../host/protocol.js';

/** A canvas of ink as the host takes it. */
export function canvasDrawing(pixels: Uint8Array): Drawing {
  return squareDrawing(pixels, canvasSide);
}

/**
 * The same at half the size, to be read while it grows: the host is done with a quarter of the pixels in a quarter of
 * the time, and four and a half to each of the 28 are plenty.
 */
export function smallDrawing(pixels: Uint8Array): Drawing {
  return squareDrawing(halve(pixels), canvasSide / 2);
}

function squareDrawing({ buffer, byteOffset, byteLength }: Uint8Array, side: number): Drawing {
  const base64 = Buffer.from(buffer, byteOffset, byteLength).toString('base64');
  return { width: side, height: side, pixels: base64 };
}
