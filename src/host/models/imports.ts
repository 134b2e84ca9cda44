import { basename, dirname, extname } from 'node:path';
import { bestReading, type CheckedReading, type SaidReading } from '../../core/import-check.js';
import { usualReading } from '../../core/pixel-reading.js';
import { inDigitOrder } from '../../model/class-order.js';
import type { ImportedModel } from '../../model/formats/imported-model.js';
import { countParameters } from '../../model/parameters.js';
import type { ModelStore } from '../../model/store.js';
import type { Datasets } from '../datasets.js';
import type { Engines } from '../engines.js';
import type {
  ImportAnswer,
  ImportParams,
  ImportProgress,
  TriedImport,
  TryImportParams,
} from '../protocol.js';
import { programVersion } from '../workspace.js';
import { checkReadings, firstOf, readAs } from './check-readings.js';

interface Options {
  signal: AbortSignal;
  onProgress: (progress: ImportProgress) => void;
}

/** Brings models in that other programs wrote. */
export class Imports {
  readonly #models: ModelStore;
  readonly #engines: Engines;
  readonly #datasets: Datasets;

  constructor({
    models,
    engines,
    datasets,
  }: {
    models: ModelStore;
    engines: Engines;
    datasets: Datasets;
  }) {
    this.#models = models;
    this.#engines = engines;
    this.#datasets = datasets;
  }

  /** Reads a file and tries what is in it. @throws Problem where it cannot be read or is not supported */
  async try(params: TryImportParams, options: Options): Promise<TriedImport> {
    return (await this.#try(params, options)).tried;
  }

  /**
   * Reads a file, tries what is in it, and keeps it as a model that reads in the way that was said, or else reads best.
   *
   * @throws Problem where one of that fails; nothing is written then
   */
  async import(params: ImportParams, options: Options): Promise<ImportAnswer> {
    const name = params.name ?? (await this.#nameOf(params.file));
    await this.#models.requireFree(name);
    const { imported, tried } = await this.#try(params, options);
    const { check } = tried;
    const reading = check ? bestReading(check, params.reading) : asSaid(params.reading);
    const { scale, polarity, classes } = reading;
    const network = readAs(imported.network, reading);
    const weights = classes ? inDigitOrder(network, imported.weights, classes) : imported.weights;
    options.signal.throwIfAborted();
    options.onProgress({ phase: 'save' });
    const { format, by, file } = imported.origin;
    const card = {
      name,
      network: network.name,
      parameters: tried.parameters,
      created: new Date().toISOString(),
      program: `digitscope ${programVersion}`,
      imported: {
        format,
        by,
        file: basename(file),
        notes: [...tried.notes],
        check: check && {
          source: check.source,
          count: check.count,
          accuracy: bestReading(check, reading).accuracy,
        },
      },
    };
    const saved = await this.#models.save(card, weights, { network });
    const { bytes } = saved.card.weights;
    return { ...tried, model: name, folder: saved.folder, bytes, reading: { scale, polarity } };
  }

  async #try(
    { file, network: named, classes, check, engine: choice }: TryImportParams,
    { signal, onProgress }: Options,
  ): Promise<{ imported: ImportedModel; tried: TriedImport }> {
    onProgress({ phase: 'read' });
    const imported = await this.#read(file, { network: named, classes, signal });
    const { network, origin, notes } = imported;
    const tried = { network, parameters: countParameters(network).total, origin, notes };
    if (!check) return { imported, tried };
    signal.throwIfAborted();
    const dataset = await this.#datasets.load(check.source, {
      signal,
      onProgress: (progress) => onProgress({ phase: 'load', ...progress }),
    });
    const samples = firstOf(dataset, check.most ?? dataset.labels.length);
    const readings = await checkReadings(await this.#engines.get(choice), imported, samples, {
      classes: classes ? 'said' : 'look',
      signal,
      onProgress: (progress) => onProgress({ phase: 'check', ...progress }),
    });
    const { source } = check;
    return {
      imported,
      tried: { ...tried, check: { source, count: samples.labels.length, readings } },
    };
  }

  async #read(
    file: string,
    {
      network: named,
      classes,
      signal,
    }: Pick<TryImportParams, 'network' | 'classes'> & { signal: AbortSignal },
  ): Promise<ImportedModel> {
    // Most hosts never see such a file: what reads them is loaded when one comes.
    const { readModel } = await import('../../model/formats/read-model.js');
    const network = named === undefined ? undefined : (await this.#models.load(named)).network;
    const imported = await readModel(file, { network, signal });
    if (!classes) return imported;
    return { ...imported, weights: inDigitOrder(imported.network, imported.weights, classes) };
  }

  /** A free name after that of the file, or of the folder that a model.json is in. */
  async #nameOf(file: string): Promise<string> {
    const own = basename(file) === 'model.json' ? dirname(file) : file;
    const stem = basename(own, extname(own))
      .replace(/[^\w.-]+/g, '-')
      .replace(/^[^\w]+/, '');
    return this.#models.freeName(stem || 'imported');
  }
}

function asSaid(said: SaidReading = {}): Omit<CheckedReading, 'accuracy'> {
  return {
    scale: said.scale ?? usualReading.scale,
    polarity: said.polarity ?? usualReading.polarity,
  };
}
