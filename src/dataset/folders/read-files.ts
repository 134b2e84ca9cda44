import { closeSync, constants, fstatSync, openSync, readSync, type Stats } from 'node:fs';
import { Problem } from '../../core/problem.js';
import { decodeGrey } from '../../vision/decode.js';
import { loadQuickDecode } from '../../vision/quick/quick-decode.js';
import { blankPicture, emptyFile, nameForWords, unopenable } from '../../vision/unreadable.js';
import { blockForTick, isTooFresh, putFacts } from '../cache/stamp.js';
import { putAsItIs, putPicture } from '../threads/put-picture.js';
import type { FileForm, FileSheet, ThreadReply } from '../threads/tasks.js';

const quickDecode = await loadQuickDecode();

/**
 * Reads picture files `start` to before `end` of a sheet, in a thread: each as recognition would,
 * into its place of the sheet.
 *
 * @returns those that were left out, and whether one of them might be there the next time
 */
export async function readFiles(
  sheet: FileSheet,
  form: FileForm,
  { start, end }: { start: number; end: number },
): Promise<Pick<ThreadReply, 'skipped' | 'isUnsettled'>> {
  const { paths, facts } = sheet.stamp;
  const firstFile = paths.length - sheet.marks.length;
  const skipped: { index: number; reason: string }[] = [];
  let isUnsettled = false;
  for (const [offset, file] of paths.slice(firstFile + start, firstFile + end).entries()) {
    const index = start + offset;
    const found = open(file);
    let problem = found instanceof Problem ? found : undefined;
    if (found instanceof Problem) isUnsettled = true;
    else {
      putFacts(facts, firstFile + index, found.stats);
      problem = await readOne(file, found, { sheet, index, form });
    }
    if (problem) skipped.push({ index, reason: problem.line });
  }
  return { skipped, isUnsettled };
}

interface FoundFile {
  stats: Stats;
  /** Its content where it is small; the next file overwrites it. */
  bytes: Uint8Array;
}

/** Files of this size or more are no small pictures. */
const buffer = Buffer.alloc(64 * 1024);

/** Without a wait even where it is a pipe. */
const openFlags = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0);

/** Two to four calls of the system and no promise: that is most of what a small file costs. */
function open(file: string): FoundFile | Problem {
  try {
    const handle = openSync(file, openFlags);
    try {
      let stats = fstatSync(handle);
      if (isTooFresh(stats)) {
        blockForTick();
        stats = fstatSync(handle);
      }
      const length = stats.size < buffer.length ? readSync(handle, buffer, 0, buffer.length, 0) : 0;
      return { stats, bytes: buffer.subarray(0, length) };
    } finally {
      closeSync(handle);
    }
  } catch (error) {
    return unopenable(nameForWords(file), error);
  }
}

async function readOne(
  file: string,
  { stats, bytes }: FoundFile,
  { sheet, index, form }: { sheet: FileSheet; index: number; form: FileForm },
): Promise<Problem | undefined> {
  if (stats.size === 0) return emptyFile(nameForWords(file));
  try {
    const { source, ...picture } = quickDecode(bytes) ?? (await decodeGrey(file));
    sheet.sizes[2 * index] = source.width;
    sheet.sizes[2 * index + 1] = source.height;
    if (form === 'as it is') putAsItIs(picture, sheet, index);
    else if (putPicture(picture, sheet, index) === 'blank') {
      return blankPicture(nameForWords(file));
    }
    return undefined;
  } catch (error) {
    if (error instanceof Problem) return error;
    throw error;
  }
}
