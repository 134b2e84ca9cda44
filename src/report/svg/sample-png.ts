import { deflateSync } from 'node:zlib';
import { crc32 } from '../../core/crc32.js';

const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/**
 * A grey image as PNG (https://www.w3.org/TR/png-3/).
 *
 * @param pixels side x side, 0 (black) to 255 (white)
 */
export function samplePng(pixels: Uint8Array, side = 28): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(side, 0);
  header.writeUInt32BE(side, 4);
  header[8] = 8;
  const rows = Buffer.alloc((side + 1) * side);
  // Each row begins with its filter, 0 for none.
  for (let y = 0; y < side; y++) {
    rows.set(pixels.subarray(y * side, (y + 1) * side), y * (side + 1) + 1);
  }
  const chunks = [chunk('IHDR', header), chunk('IDAT', deflateSync(rows)), chunk('IEND')];
  return Buffer.concat([signature, ...chunks]);
}

function chunk(type: string, body: Buffer = Buffer.alloc(0)): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), body]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(body.length);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, sum]);
}
