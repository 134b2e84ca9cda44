import { stat } from 'node:fs/promises';
import { join, relative } from 'node:path';
import type { RunSummary } from '../host/protocol.js';

/** Folders that are looked for in the workspace, and then beside the program. */
const usualFolders = ['data/digits_jpeg', 'digits_jpeg'];
/** Where the drawing pad keeps digits. */
const ownFolder = 'data/mine';

export interface SourcePlaces {
  /** The workspace's folder. */
  workspace: string;
  /** Where the program is installed. */
  program: string;
}

/**
 * Sources that can be offered: the bundled one, the usual folders and that of own drawings where they are there, and
 * what the last runs were trained on. Folders of the workspace are said from there.
 */
export async function findSources(
  { workspace, program }: SourcePlaces,
  runs: readonly Pick<RunSummary, 'request'>[] = [],
): Promise<string[]> {
  const here = await existing(usualFolders.map((folder) => join(workspace, folder)));
  const shipped = await existing([join(program, usualFolders[0])]);
  const folders = here.length > 0 ? here : shipped;
  const own = await existing([join(workspace, ownFolder)]);
  const used = runs.flatMap(({ request }) => (request ? [request.source] : []));
  const named = [...folders, ...own].map((folder) => name(workspace, folder));
  return [...new Set(['mnist', ...named, ...used])];
}

async function existing(folders: readonly string[]): Promise<string[]> {
  const found = await Promise.all(
    folders.map(async (folder) => {
      const isFolder = await stat(folder).then(
        (stats) => stats.isDirectory(),
        () => false,
      );
      return isFolder ? [folder] : [];
    }),
  );
  return found.flat();
}

function name(workspace: string, folder: string): string {
  const inside = relative(workspace, folder);
  return inside.startsWith('..') ? folder : inside;
}
