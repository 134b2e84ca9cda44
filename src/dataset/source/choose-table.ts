import { join } from 'node:path';
import { pictureExtensions } from '../../core/picture-extensions.js';
import { Problem } from '../../core/problem.js';
import { folderLayout } from '../folders/class-folders.js';
import type { IdxPair } from '../idx/read-idx-pair.js';
import { pairKey } from './idx-names.js';
import { type Look, sniff } from './sniff.js';
import type { Half } from './source-name.js';

/** A source that is a file, or a pair of files. */
export type TableSource =
  | ({ format: 'idx' } & IdxPair)
  | { format: 'csv'; file: string }
  | { format: 'npz'; file: string; half: Half };

interface Folder {
  path: string;
  /** What is in it. */
  names: readonly string[];
  /** Which half was asked for. */
  half?: Half;
}

/**
 * Chooses among the files of a folder: the only one, or the one whose name says that it is for
 * training, or for testing where that was asked for.
 *
 * @param typed the folder as it was named, for the words of a problem
 * @throws Problem where there is none, or only a person can choose
 */
export async function chooseTables(
  folder: Folder,
  typed: string,
): Promise<{ source: TableSource; remark?: string }> {
  const tables = await findTables(folder);
  if (tables.length === 0) {
    throw new Problem(`${typed} has no class folders`, { remedy: folderLayout(typed) });
  }
  const half = folder.half ?? 'train';
  const ofHalf = tables.filter(({ name }) => halfOf(name) === half);
  const [only] = ofHalf.length > 0 ? ofHalf : tables;
  if (ofHalf.length > 1 || (ofHalf.length === 0 && tables.length > 1)) {
    throw severalTables(typed, tables);
  }
  const source = only.source.format === 'npz' ? { ...only.source, half } : only.source;
  if (ofHalf.length === 0 && folder.half === 'test' && source.format !== 'npz') {
    throw severalTables(typed, tables);
  }
  if (tables.length === 1) return { source };
  const others = tables.filter((table) => table !== only).map(({ name }) => name);
  return { source, remark: `read ${only.name} of ${typed}, and not ${others.join(', ')}` };
}

interface Table {
  name: string;
  source: TableSource;
}

/** More files are no folder of a few tables. */
const mostFiles = 500;

async function findTables({ path, names }: Folder): Promise<Table[]> {
  const looks: { name: string; look: Look }[] = [];
  for (const name of [...names].sort()) {
    if (name.startsWith('.') || isPicture(name) || looks.length === mostFiles) continue;
    looks.push({ name, look: await sniff(join(path, name)).catch(() => 'other' as const) });
  }
  const labels = looks.filter(({ look }) => look === 'idx labels');
  return looks.flatMap(({ name, look }): Table[] => {
    const file = join(path, name);
    if (look === 'csv') return [{ name, source: { format: 'csv', file } }];
    if (look === 'npz') return [{ name, source: { format: 'npz', file, half: 'train' } }];
    const partner = labels.find((other) => pairKey(other.name) === pairKey(name));
    if (look !== 'idx images' || !partner) return [];
    return [{ name, source: { format: 'idx', images: file, labels: join(path, partner.name) } }];
  });
}

function isPicture(name: string): boolean {
  return pictureExtensions.includes(name.slice(name.lastIndexOf('.') + 1).toLowerCase());
}

/** MNIST calls its test images t10k. */
function halfOf(name: string): Half | undefined {
  if (/train/i.test(name)) return 'train';
  return /test|t10k/i.test(name) ? 'test' : undefined;
}

function severalTables(typed: string, tables: readonly Table[]): Problem {
  const names = tables.map(({ name }) => name);
  return new Problem(`${typed} holds several files of samples`, {
    remedy: `name one of them: ${names.join(', ')}`,
  });
}
