import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { z } from 'zod';
import { Problem } from '../src/core/problem.js';
import { measuredSchema } from './figures.js';
import { machineSchema } from './machine.js';

const resultsSchema = z.object({
  machine: machineSchema,
  /** Versions of who was measured: `TensorFlow 2.21.0`. */
  versions: z.array(z.string()),
  rounds: z.number(),
  images: z.number(),
  figures: z.array(measuredSchema),
});
/** Everything that a run of the bench found out. */
export type Results = z.infer<typeof resultsSchema>;

export async function writeResults(file: string, results: Results): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, `${JSON.stringify(results, null, 1)}\n`);
}

/** @throws Problem where there are no results in the file */
export async function readResults(file: string): Promise<Results> {
  try {
    return resultsSchema.parse(JSON.parse(await readFile(file, 'utf8')));
  } catch (cause) {
    throw new Problem(`${file} holds no results`, { remedy: 'measure first', cause });
  }
}
