import envPaths from 'env-paths';

/** Where the program keeps what can be made again: the user's cache folder, or `DIGITSCOPE_CACHE`. */
export function programCache(): string {
  return process.env.DIGITSCOPE_CACHE || envPaths('digitscope', { suffix: '' }).cache;
}
