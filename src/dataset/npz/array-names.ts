import { Problem } from '../../core/problem.js';
import { nameForWords } from '../../vision/unreadable.js';
import type { Half } from '../source/source-name.js';
import { listArrays, type NpzArray } from './npz-arrays.js';

/** The names that people give to images and their labels, in small letters. */
const usual: Readonly<Record<Half, readonly (readonly [images: string, labels: string])[]>> = {
  train: [
    ['x_train', 'y_train'],
    ['train_images', 'train_labels'],
    ['training_images', 'training_labels'],
    ['images', 'labels'],
    ['data', 'target'],
    ['x', 'y'],
    ['arr_0', 'arr_1'],
  ],
  test: [
    ['x_test', 'y_test'],
    ['test_images', 'test_labels'],
  ],
};

/**
 * Finds the arrays of a half of an NPZ file by their names.
 *
 * @throws Problem where it has none
 */
export async function findPair(
  file: string,
  half: Half,
): Promise<{ images: NpzArray; labels: NpzArray }> {
  const arrays = new Map(
    (await listArrays(file)).map((array) => [array.name.toLowerCase(), array]),
  );
  for (const [imagesName, labelsName] of usual[half]) {
    const [images, labels] = [arrays.get(imagesName), arrays.get(labelsName)];
    if (images && labels) return { images, labels };
  }
  const [imagesName, labelsName] = usual[half][0];
  const names = [...arrays.values()].map(({ name }) => name).slice(0, 8);
  throw new Problem(
    `${nameForWords(file)} has no arrays ${imagesName} and ${labelsName}, but ${names.join(', ') || 'none'}`,
    { remedy: `save them as np.savez_compressed(file, ${imagesName}=…, ${labelsName}=…)` },
  );
}
