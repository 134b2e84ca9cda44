/**
 * The check that PNG (annex D) and ZIP make of their bytes; zlib has it in later versions of Node
 * only.
 *
 * @param before the check of the bytes so far, where they come in pieces
 * @returns 32 bits, not negative
 */
export function crc32(bytes: Uint8Array, before = 0): number {
  let crc = ~before;
  for (let at = 0; at < bytes.length; at++) {
    crc = (crc >>> 8) ^ table[(crc ^ bytes[at]) & 255];
  }
  return ~crc >>> 0;
}

/** What each value of a byte does to the check. */
const table = Int32Array.from({ length: 256 }, (_, value) => {
  let crc = value;
  for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  return crc;
});
