import type * as tf from '@tensorflow/tfjs-core';

/** A window of one image: where its first value lies, and its values counted from there. */
export interface PoolWindow {
  first: number;
  offsets: Int32Array;
}

/** All windows in the order of rows, without what lies in the padding; each is of the first channel. */
export function poolWindows(pool: tf.backend_util.Conv2DInfo): PoolWindow[] {
  const { padInfo, filterHeight, filterWidth, inHeight, inWidth, inChannels } = pool;
  const tops = Array.from({ length: pool.outHeight }, (_, row) => row * pool.strideHeight);
  const lefts = Array.from({ length: pool.outWidth }, (_, column) => column * pool.strideWidth);
  return tops.flatMap((top) => {
    const [row, rowsEnd] = within(top - padInfo.top, filterHeight, inHeight);
    return lefts.map((left) => {
      const [column, columnsEnd] = within(left - padInfo.left, filterWidth, inWidth);
      return {
        first: (row * inWidth + column) * inChannels,
        offsets: offsetsOf(rowsEnd - row, columnsEnd - column, pool),
      };
    });
  });
}

/** The part of a window that lies in the image, by its first place there and the one after its last. */
function within(start: number, size: number, side: number): [first: number, end: number] {
  return [Math.max(0, start), Math.min(side, start + size)];
}

function offsetsOf(
  height: number,
  width: number,
  { inWidth, inChannels }: tf.backend_util.Conv2DInfo,
): Int32Array {
  return Int32Array.from({ length: height * width }, (_, index) => {
    const row = Math.floor(index / width);
    return (row * inWidth + (index % width)) * inChannels;
  });
}
