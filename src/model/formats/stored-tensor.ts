/** A tensor that a file declares: nothing is read, and no memory taken, before its shape is known to be right. */
export interface StoredTensor {
  readonly shape: readonly number[];
  /**
   * All values, row by row.
   *
   * @throws Problem where they are not there, or of a type that is not supported
   */
  read(): Float32Array;
}
