import { canvasSide } from '../../core/drawing/stroke.js';
import type { Drawing } from '../../host/protocol.js';

/** A canvas of ink as the host takes it. */
export function canvasDrawing(pixels: Uint8Array): Drawing {
  const { buffer, byteOffset, byteLength } = pixels;
  return {
    width: canvasSide,
    height: canvasSide,
    pixels: Buffer.from(buffer, byteOffset, byteLength).toString('base64'),
  };
}
