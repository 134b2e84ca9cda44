/** A sample that looks like another. */
export interface Neighbour {
  index: number;
  /** Euclidean distance of the pixels, each from 0 to 1. */
  distance: number;
}

/** Pixels that are summed before a sample is given up: as many as a row of an image has. */
const stride = 28;

/**
 * The images that lie nearest to one, the nearest first, of equals the earlier one; the image itself
 * too, where it is among them.
 *
 * @param image pixels, 0..255
 * @param images n images of the same size
 * @param count how many are wanted; fewer come where there are fewer
 */
export function nearestSamples(image: Uint8Array, images: Uint8Array, count: number): Neighbour[] {
  const size = image.length;
  const total = size === 0 ? 0 : Math.floor(images.length / size);
  const found: { index: number; squared: number }[] = [];
  const wanted = Math.min(count, total);
  for (let index = 0; index < total && wanted > 0; index++) {
    const limit = found.length < wanted ? Number.POSITIVE_INFINITY : found[wanted - 1].squared;
    const squared = squaredDistance(image, images, index * size, limit);
    if (squared >= limit) continue;
    let place = found.length;
    while (place > 0 && found[place - 1].squared > squared) place--;
    found.splice(place, 0, { index, squared });
    if (found.length > wanted) found.pop();
  }
  return found.map(({ index, squared }) => ({ index, distance: Math.sqrt(squared) / 255 }));
}

/** Whole numbers, so that the sum is exact; it may stop short of its end once it reaches the limit. */
function squaredDistance(
  image: Uint8Array,
  images: Uint8Array,
  start: number,
  limit: number,
): number {
  let sum = 0;
  for (let pixel = 0; pixel < image.length && sum < limit; ) {
    const end = Math.min(pixel + stride, image.length);
    for (; pixel < end; pixel++) {
      const difference = image[pixel] - images[start + pixel];
      sum += difference * difference;
    }
  }
  return sum;
}
