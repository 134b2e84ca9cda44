import { newStamp, putFacts, type Stamp } from '../cache/stamp.js';
import { imageBytes, type SkippedFile } from '../dataset.js';
import type { LoadOptions } from '../load-options.js';
import { NothingReadable } from '../nothing-readable.js';
import type { Samples } from '../samples.js';
import type { ReadResult } from '../source/read-result.js';
import { BatchesByTime } from '../threads/batches-by-time.js';
import { inThreads } from '../threads/reading-threads.js';
import { sharedBytes } from '../threads/shared.js';
import { takeSamples } from '../threads/sheet-samples.js';
import type { FileSheet } from '../threads/tasks.js';
import { type ClassFolders, findClassFolders } from './class-folders.js';
import { evenOut } from './even-out.js';

/**
 * Samples from class folders, each picture made 28x28 as in recognition. A picture that cannot be
 * read, or is blank, is left out with its reason.
 *
 * @param found.folder absolute
 * @param found.looked folders whose content decided that it is this one
 * @param source as it was named
 * @throws Problem where nothing can be read; the signal's reason where it is aborted
 */
export async function readFolders(
  { folder, looked }: { folder: string; looked: readonly string[] },
  source: string,
  { onProgress, signal }: LoadOptions,
): Promise<ReadResult> {
  const found = await findClassFolders(folder, source, looked);
  const total = found.files.length;
  const sheet = newSheet(found);
  const skipped = found.skipped.slice();
  let isUnsettled = skipped.length > 0;
  let done = 0;
  onProgress?.({ done, total });

  const batches = new BatchesByTime(total);
  await inThreads({
    next: () => {
      const batch = batches.next();
      return batch && { kind: 'read-files', sheet, form: 'as recognised', ...batch };
    },
    onReply: (reply, batch) => {
      batches.took(batch, reply.milliseconds);
      isUnsettled ||= reply.isUnsettled;
      for (const { index, reason } of reply.skipped) {
        skipped.push({ file: found.files[index].file, reason });
      }
      done += batch.end - batch.start;
      onProgress?.({ done, total });
    },
    signal,
  });
  await evenOut(sheet, signal);
  return {
    samples: collect(source, { found, sheet, skipped }),
    packing: isUnsettled ? 'unsafe' : 'useful',
  };
}

function newSheet({ folders, files }: ClassFolders): FileSheet {
  const stamp: Stamp = newStamp([
    ...folders.map(({ path }) => path),
    ...files.map(({ file }) => file),
  ]);
  folders.forEach(({ stats }, index) => {
    putFacts(stamp.facts, index, stats);
  });
  return {
    images: sharedBytes(files.length * imageBytes),
    marks: sharedBytes(files.length),
    sizes: new Uint32Array(sharedBytes(files.length * 8).buffer),
    stamp,
  };
}

interface Read {
  found: ClassFolders;
  sheet: FileSheet;
  skipped: SkippedFile[];
}

function collect(source: string, { found, sheet, skipped }: Read): Samples {
  const labels = Uint8Array.from(found.files, ({ label }) => label);
  const { places, ...samples } = takeSamples(sheet, labels);
  if (places.length === 0) throw new NothingReadable(source, skipped.sort(byFile));
  return {
    format: 'folders',
    ...samples,
    places: places.map((place) => found.folders.length + place),
    skipped: skipped.sort(byFile),
    size: commonSize(sheet.sizes, places),
    remarks: [],
    stamp: sheet.stamp,
  };
}

function byFile(a: SkippedFile, b: SkippedFile): number {
  if (a.file === b.file) return 0;
  return a.file < b.file ? -1 : 1;
}

function commonSize(sizes: Uint32Array, places: Uint32Array): Samples['size'] {
  const [width, height] = sizes.subarray(2 * places[0]);
  const isSame = places.every(
    (place) => sizes[2 * place] === width && sizes[2 * place + 1] === height,
  );
  return isSame ? { width, height } : undefined;
}
