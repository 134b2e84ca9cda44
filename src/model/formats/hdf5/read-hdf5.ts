import { damaged } from '../refusals.js';
import { Hdf5Group } from './hdf5-group.js';
import { loadHdf5 } from './load-hdf5.js';

/** The first bytes of every HDF5 file: HDF5 File Format Specification, "Format Signature". */
export const hdf5Signature = Buffer.from('\x89HDF\r\n\x1a\n', 'latin1');

/**
 * Gives what is in an HDF5 file to a reader. The library sees these bytes alone, as a file of its own
 * memory: a link to another file leads nowhere.
 *
 * @param file how it is called in messages
 * @param read not to be left waiting, nor to keep a group
 * @throws Problem where the bytes are no HDF5 file or are damaged, and what `read` throws
 */
export async function readHdf5<Result>(
  bytes: Uint8Array,
  file: string,
  read: (root: Hdf5Group) => Result,
): Promise<Result> {
  const { files, File } = await loadHdf5();
  const place = '/read.h5';
  files.writeFile(place, bytes);
  try {
    const opened = openWhole(() => new File(place, 'r'), file);
    try {
      return read(new Hdf5Group(opened, file));
    } finally {
      opened.close();
    }
  } finally {
    files.unlink(place);
  }
}

function openWhole<Opened>(open: () => Opened, file: string): Opened {
  try {
    return open();
  } catch (cause) {
    throw damaged(file, 'is no whole HDF5 file', cause);
  }
}
