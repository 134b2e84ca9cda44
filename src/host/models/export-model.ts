import { lstat, mkdtemp, readdir, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { exitCodes, Problem } from '../../core/problem.js';
import type { ExportedModel, WrittenModel } from '../../model/formats/exported-model.js';
import { countParameters } from '../../model/parameters.js';
import type { ModelStore } from '../../model/store.js';
import type { ExportAnswer, ExportParams } from '../protocol.js';

/**
 * Writes a model for other programs.
 *
 * @throws Problem where the model cannot be read, the place is taken, or the format cannot say its network
 */
export async function exportModel(
  models: ModelStore,
  { model: name, format, file, takes, others }: ExportParams,
): Promise<ExportAnswer> {
  const { card, network, weights } = await models.load(name);
  const model: ExportedModel = {
    name: card.name,
    network,
    weights,
    temperature: card.temperature,
    takes,
  };
  const kind = await kindAt(file);
  if (kind !== 'nothing' && others === 'keep') {
    throw new Problem(`${file} is there already`, {
      remedy: 'name another place, or move it away',
      exitCode: exitCodes.usage,
    });
  }
  // Models go out seldom: what writes them is loaded when one does.
  const [{ writeModel }, { encodeSavedModel }] = await Promise.all([
    import('../../model/formats/write-model.js'),
    import('../../engine/native/encode-saved-model.js'),
  ]);
  const write = (place: string) => writeModel(place, format, model, encodeSavedModel);
  const written = kind === 'nothing' ? await write(file) : await replaced(file, kind, write);
  const parameters = countParameters(network).total;
  return { model: card.name, parameters, bytes: written.bytes, files: written.files };
}

type Kind = 'nothing' | 'file' | 'folder';

async function kindAt(path: string): Promise<Kind> {
  const found = await lstat(path).catch(() => undefined);
  if (!found) return 'nothing';
  return found.isDirectory() ? 'folder' : 'file';
}

/** The new one is whole before the old one goes. */
async function replaced(
  path: string,
  kind: Kind,
  write: (place: string) => Promise<WrittenModel>,
): Promise<WrittenModel> {
  if (kind === 'folder') await requireExported(path);
  const beside = await mkdtemp(join(dirname(path), `.${basename(path)}-`));
  try {
    const written = await write(join(beside, basename(path)));
    await rm(path, { recursive: true, force: true });
    await rename(join(beside, basename(path)), path);
    return {
      ...written,
      files: written.files.map((file) => file.replace(beside, () => dirname(path))),
    };
  } finally {
    await rm(beside, { recursive: true, force: true });
  }
}

/** What stands in a folder that a model was written to; one that holds none of it is no folder to replace. */
const marks = ['model.json', 'saved_model.pb'];

async function requireExported(folder: string): Promise<void> {
  const names = await readdir(folder);
  if (names.length === 0 || marks.some((mark) => names.includes(mark))) return;
  throw new Problem(`${folder} is a folder of other things`, {
    remedy: 'name another place',
    exitCode: exitCodes.usage,
  });
}
