import { basename } from 'node:path';
import type { DataSample } from '../../../host/protocol.js';
import { count } from '../../../ui/format.js';

type Origin = Pick<DataSample, 'file' | 'entry'>;

/** What tells a sample from others, in few cells: `scan.png`, `row 4,012`. */
export function shortOrigin({ file, entry }: Origin): string {
  return entry === undefined ? basename(file) : `no. ${count(entry + 1)}`;
}

/** The file, and the place in it where it holds several; places are counted from 1 for people. */
export function originWords({ file, entry }: Origin): string {
  return entry === undefined ? file : `no. ${count(entry + 1)} of ${file}`;
}
