import type * as h5wasm from 'h5wasm';

export interface Hdf5Library {
  /** The library's file system, in memory. */
  files: Awaited<typeof h5wasm.ready>['FS'];
  File: typeof h5wasm.File;
}

/**
 * The HDF5 library as WebAssembly, four megabytes that are loaded where they are needed first. Its
 * calls do not wait, so a file in its memory is ours alone until we let go of the thread.
 */
export async function loadHdf5(): Promise<Hdf5Library> {
  const { ready, File } = await import('h5wasm');
  const library = await ready;
  // Else it prints what is wrong with a file and goes on.
  library.activate_throwing_error_handler();
  return { files: library.FS, File };
}
