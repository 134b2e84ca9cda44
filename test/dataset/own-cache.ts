import { onTestFinished } from 'vitest';
import { temporaryFolder } from '../vision/temporary-folder.js';

/** A cache of packed sources for this test alone; gives its folder. */
export async function ownCache(): Promise<string> {
  const before = process.env.DIGITSCOPE_DATA_CACHE;
  const folder = await temporaryFolder();
  process.env.DIGITSCOPE_DATA_CACHE = folder;
  onTestFinished(() => {
    process.env.DIGITSCOPE_DATA_CACHE = before;
  });
  return folder;
}
