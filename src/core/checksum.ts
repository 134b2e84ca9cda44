/**
 * A check of bytes against damage, at several gigabytes a second: four lanes of a multiplication
 * that loses nothing, so that any one word that differs shows. It is no protection against forgery.
 *
 * @param bytes begin at a multiple of four in their memory; a rest of less than sixteen counts too
 * @returns 32 bits, not negative
 */
export function checksum(bytes: Uint8Array): number {
  const words = new Int32Array(bytes.buffer, bytes.byteOffset, (bytes.length >> 4) << 2);
  let [a, b, c, d] = [1, 2, 3, bytes.length | 0];
  for (let at = 0; at < words.length; at += 4) {
    a = Math.imul(a ^ words[at], factor);
    b = Math.imul(b ^ words[at + 1], factor);
    c = Math.imul(c ^ words[at + 2], factor);
    d = Math.imul(d ^ words[at + 3], factor);
  }
  for (let at = words.length << 2; at < bytes.length; at++) a = Math.imul(a ^ bytes[at], factor);
  return (
    [b, c, d].reduce((mixed, lane) => Math.imul(mixed ^ lane ^ (mixed >>> 15), factor), a) >>> 0
  );
}

/** Odd, so that the product can be undone; from MurmurHash3's finalizer (Austin Appleby). */
const factor = 0x85ebca6b;
