/** Bytes in memory that threads share. Memory that is never written to is never taken. */
export function sharedBytes(length: number): Uint8Array {
  return new Uint8Array(new SharedArrayBuffer(length));
}
