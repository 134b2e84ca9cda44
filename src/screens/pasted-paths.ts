import { stat } from 'node:fs/promises';
import { homedir } from 'node:os';
import { extname, resolve } from 'node:path';
import { pictureExtensions } from '../core/picture-extensions.js';
import type { ScreenName } from '../ui/keys/key-table.js';
import { parsePastedPaths } from '../ui/terminal/paths.js';

/** A path that was pasted or dragged in, and what is there. */
export interface PastedPath {
  path: string;
  kind: 'folder' | 'file' | 'nothing';
}

export type PasteAnswer =
  | { kind: 'read'; paths: string[] }
  | { kind: 'train'; source: string }
  | { kind: 'refuse'; reason: string };

export interface PasteSituation {
  screen: ScreenName;
  /** Whether Training shows one. */
  run: 'under way' | 'none';
}

/**
 * What is meant by pasting these paths, the one place that decides it: pictures are read; in Training anything else is
 * the source to train on. Undefined where nothing was pasted.
 */
export function answerPaste(
  pasted: readonly PastedPath[],
  { screen, run }: PasteSituation,
): PasteAnswer | undefined {
  const [first] = pasted;
  if (!first) return undefined;
  const paths = pasted.map(({ path }) => path);
  if (screen !== 'training') {
    const isMeant = pasted.some((each) => each.kind !== 'nothing' || looksLikePicture(each));
    // Some text from a clipboard; a picture that is not there is told with the others.
    return isMeant
      ? { kind: 'read', paths }
      : { kind: 'refuse', reason: `there is no file ${first.path}` };
  }
  if (pasted.every(looksLikePicture)) return { kind: 'read', paths };
  return run === 'under way'
    ? { kind: 'refuse', reason: 'a run is under way: d shows the settings, which take other data' }
    : { kind: 'train', source: first.path };
}

function looksLikePicture({ path, kind }: PastedPath): boolean {
  return kind !== 'folder' && pictureExtensions.includes(extname(path).slice(1).toLowerCase());
}

/** The paths in pasted text, each with what is there. */
export async function lookAtPaste(text: string): Promise<PastedPath[]> {
  const paths = parsePastedPaths(text, { home: homedir() });
  return Promise.all(paths.map(async (path) => ({ path, kind: await kindOf(path) })));
}

async function kindOf(path: string): Promise<PastedPath['kind']> {
  try {
    return (await stat(resolve(path))).isDirectory() ? 'folder' : 'file';
  } catch {
    return 'nothing';
  }
}
