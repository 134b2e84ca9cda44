/** How the numbers of an NPY array lie in its bytes. */
export interface NpyHeader {
  /** Kind and bytes of a number, such as `u1` or `f8`. */
  type: string;
  isLittleEndian: boolean;
  /** True where the first axis is the one that runs fastest. */
  isFortran: boolean;
  /** Length along each axis. */
  shape: number[];
  headerBytes: number;
}

/**
 * Reads the header of an array of NumPy (format: numpy.lib.format, versions 1 to 3).
 *
 * @param start the first bytes
 * @returns undefined where it is none, or not all of the header is there
 */
export function readNpyHeader(start: Buffer): NpyHeader | undefined {
  if (start.length < 12 || start.toString('latin1', 0, 6) !== '\x93NUMPY') return undefined;
  const isShort = start[6] === 1;
  const begin = isShort ? 10 : 12;
  const headerBytes = begin + (isShort ? start.readUInt16LE(8) : start.readUInt32LE(8));
  if (headerBytes > start.length) return undefined;
  const words = start.toString('latin1', begin, headerBytes);
  const type = /'descr':\s*'([<>|=]?)([a-z]\d+)'/i.exec(words);
  const shape = /'shape':\s*\(([\d,\s]*)\)/.exec(words);
  if (!type || !shape) return undefined;
  return {
    type: type[2],
    isLittleEndian: type[1] !== '>',
    isFortran: /'fortran_order':\s*True/.test(words),
    shape: shape[1].split(',').flatMap((length) => (length.trim() === '' ? [] : [Number(length)])),
    headerBytes,
  };
}
