import { readdir, rm } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { Problem } from '../../core/problem.js';
import { writeFileWhole } from '../../files/write-whole.js';
import { encodePng } from '../../vision/encode.js';
import type { GreyImage } from '../../vision/grey-image.js';
import { normalise } from '../../vision/normalise.js';
import type { Classifiers } from '../classifiers.js';
import type { Courtesy } from '../courtesy.js';
import type {
  Drawing,
  ReadDrawingAnswer,
  ReadDrawingParams,
  SaveDrawingParams,
} from '../protocol.js';
import { seenPicture, toAnswer } from '../read-pictures.js';
import { RecentWeights } from '../recent-weights.js';
import type { Workspace } from '../workspace.js';

/** What people draw in the program: read while they draw, and kept. */
export class Drawings {
  readonly #workspace: Workspace;
  readonly #classifiers: Classifiers;
  readonly #weights: RecentWeights;
  readonly #courtesy: Courtesy;
  /** What this host has written, and may take back. */
  readonly #saved = new Set<string>();

  constructor(workspace: Workspace, classifiers: Classifiers, courtesy: Courtesy) {
    this.#workspace = workspace;
    this.#classifiers = classifiers;
    this.#courtesy = courtesy;
    this.#weights = new RecentWeights(workspace);
  }

  read(params: ReadDrawingParams): Promise<ReadDrawingAnswer> {
    return this.#courtesy.first(() => this.#read(params));
  }

  async #read({ weights, engine, ...drawing }: ReadDrawingParams): Promise<ReadDrawingAnswer> {
    const picture = pictureOf(drawing);
    const found = await this.#weights.find(weights);
    return this.#classifiers.withFound(found, { engine }, async (open) => {
      const { name, classifier, rejectAbove } = open;
      const start = performance.now();
      const normalised = normalise(picture);
      const probabilities = await classifier.classify(normalised.image);
      return {
        ...toAnswer(normalised, probabilities, rejectAbove),
        name,
        milliseconds: performance.now() - start,
        seen: seenPicture(normalised),
      };
    });
  }

  /** Writes a drawing whole. @throws Problem where there is no room for it */
  async save({ label, ...drawing }: SaveDrawingParams): Promise<{ file: string }> {
    const png = await encodePng(pictureOf(drawing));
    const folder =
      label === undefined ? join(this.#workspace.root, 'drawings') : this.#folderOf(label);
    const file = join(folder, `drawing-${timeName(new Date())}.png`);
    await writeFileWhole(file, png).catch((cause) => {
      throw new Problem(`the drawing could not be saved in ${folder}`, {
        remedy: 'make room there, or choose another workspace',
        cause,
      });
    });
    this.#saved.add(file);
    return { file };
  }

  /** Takes a drawing back. @throws Problem where it was not saved by this host */
  async forget(file: string): Promise<void> {
    if (!this.#saved.delete(file)) {
      const shown = relative(this.#workspace.root, file);
      throw new Problem(`${shown} was not saved a moment ago`, { remedy: 'delete it by hand' });
    }
    await rm(file, { force: true });
  }

  async ownDigits(): Promise<{ folder: string; perClass: number[] }> {
    const digits = Array.from({ length: 10 }, (_, digit) => digit);
    const perClass = await Promise.all(
      digits.map(async (digit) => {
        const names = await readdir(this.#folderOf(digit)).catch(() => []);
        return names.filter((name) => name.endsWith('.png')).length;
      }),
    );
    return { folder: this.#ownFolder, perClass };
  }

  get #ownFolder(): string {
    return join(this.#workspace.root, 'data', 'mine');
  }

  #folderOf(label: number): string {
    if (!Number.isInteger(label) || label < 0 || label > 9) {
      throw new Problem(`${label} is no digit`, { remedy: 'use 0 to 9' });
    }
    return join(this.#ownFolder, String(label));
  }
}

/** Longest side of a drawing, in pixels. */
const mostPixels = 2048;

/** @throws Problem where the pixels are not width × height */
function pictureOf({ width, height, pixels }: Drawing): GreyImage {
  const bytes = Buffer.from(pixels, 'base64');
  const isSize = [width, height].every(
    (length) => Number.isInteger(length) && length > 0 && length <= mostPixels,
  );
  if (!isSize || bytes.length !== width * height) {
    throw new Problem(`a drawing of ${width}x${height} cannot have ${bytes.length} pixels`, {
      remedy: `send width × height bytes, ${mostPixels} a side at most`,
    });
  }
  return { width, height, pixels: bytes };
}

/** `2026-11-25-160412-087`, local time: names sort by it. */
function timeName(time: Date): string {
  const local = new Date(time.getTime() - time.getTimezoneOffset() * 60_000).toISOString();
  return local.slice(0, 23).replace('T', '-').replaceAll(':', '').replace('.', '-');
}
