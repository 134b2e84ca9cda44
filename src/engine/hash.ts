/** FNV-1a (Fowler, Noll, Vo) of 32 bits, with a sign: words that differ get seeds that differ. */
export function hashOf(text: string): number {
  return Buffer.from(text).reduce(
    (hash, byte) => Math.imul(hash ^ byte, 0x01000193),
    0x811c9dc5 | 0,
  );
}
