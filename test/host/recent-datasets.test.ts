import { expect, test } from 'vitest';
import { type Dataset, imageBytes } from '../../src/dataset/dataset.js';
import { RecentDatasets } from '../../src/host/recent-datasets.js';

function datasetOf(source: string, pixel = 7): Dataset {
  const images = new Uint8Array(imageBytes * 2);
  images[imageBytes] = pixel;
  return {
    source,
    format: 'folders',
    images,
    labels: Uint8Array.of(1, 2),
    origin: () => ({ file: source }),
    skipped: [],
    forms: { straight: 2, normalised: 0, darkOnLight: 0 },
    cached: true,
    remarks: [],
  };
}

test('what is loaded again is in the memory of the first, as long as it is the same', () => {
  const recent = new RecentDatasets();
  const first = recent.share(datasetOf('a'));
  const again = recent.share({ ...datasetOf('a'), remarks: ['anew'] });
  expect(again.images).toBe(first.images);
  expect(again.remarks).toEqual(['anew']);
  const changed = recent.share(datasetOf('a', 8));
  expect(changed.images).not.toBe(first.images);
  expect(changed.images[imageBytes]).toBe(8);
});

test('only the last four sources are kept', () => {
  const recent = new RecentDatasets();
  const first = recent.share(datasetOf('a'));
  for (const source of ['b', 'c', 'd']) recent.share(datasetOf(source));
  expect(recent.share(datasetOf('a')).images).toBe(first.images);
  for (const source of ['b', 'c', 'd', 'e']) recent.share(datasetOf(source));
  expect(recent.share(datasetOf('a')).images).not.toBe(first.images);
});
