import type { WeightEntry } from './manifest.js';

/**
 * Values of one weight, made whole again where it was quantised (tfjs-core, `decodeWeights`).
 *
 * @param bytes those of the weight alone
 * @returns undefined where it is no weight of numbers
 */
export function decodeWeight(entry: WeightEntry, bytes: Buffer): Float32Array | undefined {
  const { dtype, quantization } = entry;
  const width = quantization?.dtype ?? dtype;
  if (quantization && 'scale' in quantization) {
    const { scale, min } = quantization;
    const step = width === 'uint8' ? 1 : 2;
    return each(bytes, step, (at) => bytes.readUIntLE(at, step) * scale + min);
  }
  if (width === 'float16') return each(bytes, 2, (at) => halfFloat(bytes.readUInt16LE(at)));
  return width === 'float32' ? each(bytes, 4, (at) => bytes.readFloatLE(at)) : undefined;
}

function each(bytes: Buffer, step: number, read: (at: number) => number): Float32Array {
  return Float32Array.from({ length: bytes.length / step }, (_, place) => read(place * step));
}

/** IEEE 754, binary16: a sign, five bits of exponent, ten of the fraction. */
function halfFloat(bits: number): number {
  const sign = bits & 0x8000 ? -1 : 1;
  const exponent = (bits >> 10) & 31;
  const fraction = bits & 1023;
  if (exponent === 0) return sign * fraction * 2 ** -24;
  if (exponent === 31) return fraction === 0 ? sign * Number.POSITIVE_INFINITY : Number.NaN;
  return sign * (1024 + fraction) * 2 ** (exponent - 25);
}
