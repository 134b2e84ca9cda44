import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod';
import { writeFileWhole } from '../../files/write-whole.js';

const aboutSchema = z.object({ title: z.string().optional(), note: z.string().optional() });
/** What a person says about a run. */
export type AboutRun = z.infer<typeof aboutSchema>;

/** Nothing where nobody has said anything. @param folder of the run */
export async function readAbout(folder: string): Promise<AboutRun> {
  try {
    return aboutSchema.parse(JSON.parse(await readFile(join(folder, aboutFile), 'utf8')));
  } catch {
    return {};
  }
}

/** Changes what is given; an empty text takes it away. */
export async function describeRun(folder: string, { title, note }: AboutRun): Promise<void> {
  const before = await readAbout(folder);
  const about = {
    title: (title ?? before.title)?.trim() || undefined,
    note: (note ?? before.note)?.trim() || undefined,
  };
  await writeFileWhole(join(folder, aboutFile), `${JSON.stringify(about, null, 2)}\n`);
}

const aboutFile = 'about.json';
