import { join } from 'node:path';
import type { BrowserRow, Purpose, TypedPath } from './file-browser-rows.js';
import { looksLikeSamples } from './sample-files.js';

/** What Enter means. */
export type Choice =
  | { readonly kind: 'take'; readonly paths: readonly string[] }
  | { readonly kind: 'go'; readonly folder: string }
  /** A folder that is taken where it is a dataset, and else gone into. */
  | { readonly kind: 'take-or-go'; readonly folder: string }
  | { readonly kind: 'refuse'; readonly problem: string }
  | { readonly kind: 'nothing' };

export interface ChoiceOptions {
  purpose: Purpose;
  /** The row that is looked at. */
  row: BrowserRow | undefined;
  marked: readonly string[];
  /** What is typed, where that is a path. */
  path: TypedPath | undefined;
}

/** What is marked goes before what is typed, and that before what is looked at. */
export function choiceOf({ purpose, row, marked, path }: ChoiceOptions): Choice {
  if (marked.length > 0) return take(marked);
  if (path?.start === '') return { kind: 'go', folder: path.folder };
  if (row) return rowChoice(row, purpose);
  // It may be there under any name; who reads it tells what is wrong with it.
  return path ? take([join(path.folder, path.start)]) : { kind: 'nothing' };
}

function rowChoice(row: BrowserRow, purpose: Purpose): Choice {
  switch (row.kind) {
    case 'all':
      return take(row.paths);
    case 'use':
      return take([row.path]);
    case 'word':
      return take([row.word]);
    case 'up':
      return { kind: 'go', folder: row.path };
    case 'folder':
      return { kind: purpose === 'dataset' ? 'take-or-go' : 'go', folder: row.path };
    default:
      if (purpose === 'pictures' || purpose === 'model') return take([row.path]);
      if (purpose === 'dataset' && looksLikeSamples(row.name)) return take([row.path]);
      return { kind: 'refuse', problem: refusals[purpose](row.name) };
  }
}

const refusals = {
  dataset: (name: string) => `${name} holds no samples: choose a folder, or a CSV, NPZ or IDX file`,
  folder: (name: string) => `${name} is no folder: choose one`,
};

function take(paths: readonly string[]): Choice {
  return { kind: 'take', paths };
}
