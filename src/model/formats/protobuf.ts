/*
 * As much of protocol buffers’ wire format as graphs of TensorFlow and ONNX need: https://protobuf.dev/programming-guides/encoding.
 * Each function gives one field, ready to be put into a message.
 */

/** A message within a message, of the fields given. */
export function message(field: number, ...content: readonly Uint8Array[]): Uint8Array {
  return bytes(field, join(content));
}

export function text(field: number, value: string): Uint8Array {
  return bytes(field, Buffer.from(value, 'utf8'));
}

export function bytes(field: number, value: Uint8Array): Uint8Array {
  return join([tag(field, 2), varint(value.length), value]);
}

/** A whole number of any sign, or a truth value as 0 or 1. */
export function integer(field: number, value: number): Uint8Array {
  return join([tag(field, 0), varint(value)]);
}

export function float(field: number, value: number): Uint8Array {
  const four = Buffer.alloc(4);
  four.writeFloatLE(value);
  return join([tag(field, 5), four]);
}

export function join(parts: readonly Uint8Array[]): Uint8Array {
  return Buffer.concat(parts);
}

function tag(field: number, wireType: 0 | 2 | 5): Uint8Array {
  return varint(field * 8 + wireType);
}

/** Seven bits a byte, the lowest first; below zero as 64 bits in two's complement. */
function varint(value: number): Uint8Array {
  const written: number[] = [];
  let rest = BigInt.asUintN(64, BigInt(value));
  while (rest > 127n) {
    written.push(Number(rest & 127n) | 128);
    rest >>= 7n;
  }
  written.push(Number(rest));
  return Uint8Array.from(written);
}
