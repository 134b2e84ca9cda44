import { lstat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Problem } from '../../core/problem.js';
import { writeFileWhole, writeFolderWhole } from '../../files/write-whole.js';
import type { Network } from '../network.js';
import type { Weights } from '../weights.js';
import type { ExportedModel, ExportFormat, WrittenModel } from './exported-model.js';
import { forExport } from './for-export.js';
import { writeKeras } from './keras/write-keras.js';
import { writeKerasH5 } from './keras/write-keras-h5.js';
import { writeOnnx } from './onnx/write-onnx.js';
import { writeLayersModel } from './tfjs/write-layers-model.js';

/** Makes the content of a `saved_model.pb`; handed in, since TensorFlow's graphs are an engine's matter. */
export type GraphEncoder = (network: Network, weights: Weights) => Uint8Array;

/**
 * Writes a model for another program: a file for `h5`, `keras` and `onnx`, a folder for `tfjs` and
 * `savedmodel`. It is written beside and renamed, so it is there whole or not at all.
 *
 * @throws Problem where there is something at the path, or it cannot be written
 */
export async function writeModel(
  path: string,
  format: ExportFormat,
  model: ExportedModel,
  encodeGraph: GraphEncoder,
): Promise<WrittenModel> {
  const taken = await lstat(path).catch(() => undefined);
  if (taken) {
    throw new Problem(`${path} is there already`, {
      remedy: 'choose another name, or move it away',
    });
  }
  const content = await encode(format, model, encodeGraph);
  try {
    return content instanceof Uint8Array
      ? await writeOne(path, content)
      : await writeSome(path, content);
  } catch (cause) {
    throw new Problem(`${path} could not be written`, {
      remedy: `make room in ${dirname(path)}, see that you may write there, or choose another place`,
      cause,
    });
  }
}

type Content = Uint8Array | Readonly<Record<string, string | Uint8Array>>;

async function encode(
  format: ExportFormat,
  model: ExportedModel,
  encodeGraph: GraphEncoder,
): Promise<Content> {
  const { network, weights } = forExport(model);
  const whole = { name: model.name, network, weights, optimiser: model.optimiser };
  switch (format) {
    case 'h5':
      return writeKerasH5(whole);
    case 'keras':
      return writeKeras(whole);
    case 'tfjs':
      return writeLayersModel(whole);
    case 'savedmodel':
      return { 'saved_model.pb': encodeGraph(network, weights) };
    case 'onnx':
      return writeOnnx(whole);
  }
}

async function writeOne(file: string, content: Uint8Array): Promise<WrittenModel> {
  await writeFileWhole(file, content);
  return { files: [file], bytes: content.length };
}

async function writeSome(
  folder: string,
  content: Exclude<Content, Uint8Array>,
): Promise<WrittenModel> {
  await writeFolderWhole(folder, content);
  const bytes = Object.values(content).reduce((sum, each) => sum + Buffer.byteLength(each), 0);
  return { files: Object.keys(content).map((name) => join(folder, name)), bytes };
}
