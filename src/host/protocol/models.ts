import { NotificationType0, ProgressType, RequestType0 } from 'vscode-jsonrpc/node';
import * as z from 'zod';
import type { ImportCheck } from '../../core/import-check.js';
import { type PixelReading, pixelScales, polarities } from '../../core/pixel-reading.js';
import type { ModelCard } from '../../model/card.js';
import { exportFormats, takenValues } from '../../model/formats/exported-model.js';
import type { ImportedModel } from '../../model/formats/imported-model.js';
import type { Network } from '../../model/network.js';
import { engineChoice, modelName, path, progressToken } from './params.js';
import { HostRequest } from './request.js';

/** A model of the workspace or a shipped one, which can be used and not be changed. */
export type ModelSummary = { name: string; folder: string; place: 'workspace' | 'shipped' } & (
  | {
      card: ModelCard;
      network: Network;
      /** Whether it is used where none is named. */
      preferred: boolean;
      /** Whether a person has made it the default; else the preferred one is so by its card. */
      chosen: boolean;
    }
  | { problem: string }
);
export const listModelsRequest = new RequestType0<ModelSummary[], void>('models/list');

/** What reading a model whole came to. */
export interface ModelVerdict {
  name: string;
  /** Missing where all of it is as its card says. */
  problem?: string;
}
export const verifyModelsParams = z.strictObject({ model: modelName.optional() });
export type VerifyModelsParams = z.infer<typeof verifyModelsParams>;
/** Compares files with the checksums of their cards: of one model, or of all. */
export const verifyModelsRequest = new HostRequest<VerifyModelsParams, ModelVerdict[]>(
  'models/verify',
  verifyModelsParams,
);

export const renameModelParams = z.strictObject({ model: modelName, name: modelName });
export type RenameModelParams = z.infer<typeof renameModelParams>;
/** Gives a model of the workspace another name. */
export const renameModelRequest = new HostRequest<RenameModelParams, void>(
  'models/rename',
  renameModelParams,
);

export const oneModelParams = z.strictObject({ model: modelName });
export type OneModelParams = z.infer<typeof oneModelParams>;
/** Puts a model away; for a week `models/restore` brings it back. */
export const removeModelRequest = new HostRequest<OneModelParams, void>(
  'models/remove',
  oneModelParams,
);
/** Brings back the model of that name that was put away last. */
export const restoreModelRequest = new HostRequest<OneModelParams, void>(
  'models/restore',
  oneModelParams,
);

export const chooseModelParams = z.strictObject({ model: modelName.optional() });
export type ChooseModelParams = z.infer<typeof chooseModelParams>;
/** Uses a model where none is named; without one the cards say again which. */
export const chooseModelRequest = new HostRequest<ChooseModelParams, void>(
  'models/choose',
  chooseModelParams,
);

export const tryImportParams = z.strictObject({
  /** A file, or the folder of a TensorFlow.js model; absolute. */
  file: path,
  /** A model whose network the weights are for, where the file holds weights alone. */
  network: modelName.optional(),
  /** The digit of each of its outputs, where they are not in the order of 0 to 9. */
  classes: z.array(z.int().min(0).max(9)).length(10).readonly().optional(),
  /** Labelled samples that it is tried on, of which at most some are used; none where it is left out. */
  check: z.strictObject({ source: path, most: z.int().min(1).optional() }).optional(),
  engine: engineChoice.optional(),
  progress: progressToken.optional(),
});
export type TryImportParams = z.infer<typeof tryImportParams>;
/** What a file of another program holds. */
export interface TriedImport {
  network: Network;
  parameters: number;
  origin: ImportedModel['origin'];
  /** What a person should know of how it was read, a sentence each. */
  notes: readonly string[];
  /** Missing where it was not to be tried. */
  check?: ImportCheck;
}
/** Reads and tries a model without keeping it. */
export const tryImportRequest = new HostRequest<TryImportParams, TriedImport>(
  'models/try',
  tryImportParams,
);

export const importParams = tryImportParams.extend({
  /** Made from the file's name where it is left out. */
  name: modelName.optional(),
  /** What is left out is found by the check, or is as this program reads. */
  reading: z
    .strictObject({
      scale: z.enum(pixelScales).optional(),
      polarity: z.enum(polarities).optional(),
    })
    .optional(),
});
export type ImportParams = z.infer<typeof importParams>;
export interface ImportAnswer extends TriedImport {
  model: string;
  folder: string;
  bytes: number;
  /** How it reads from now on. */
  reading: PixelReading;
}
/** Reads, tries and keeps a model; nothing is written where one of them fails. */
export const importModelRequest = new HostRequest<ImportParams, ImportAnswer>(
  'models/import',
  importParams,
);
/** Reading the file; loading the samples; trying, in samples over all ways of reading; saving. */
export type ImportProgress =
  | { phase: 'read' | 'save' }
  | { phase: 'load' | 'check'; done: number; total: number };
export const importProgress = new ProgressType<ImportProgress>();

export const exportParams = z.strictObject({
  model: modelName,
  format: z.enum(exportFormats),
  /** A file, or a folder for the formats of several; absolute. */
  file: path,
  /** What the written model is given: `scaled` as its network takes it, which is usual, or `bytes` 0..255. */
  takes: z.enum(takenValues).optional(),
  /** What becomes of what is there already. */
  others: z.enum(['keep', 'replace']),
});
export type ExportParams = z.infer<typeof exportParams>;
export interface ExportAnswer {
  model: string;
  parameters: number;
  bytes: number;
  files: string[];
}
/** Writes a model as another program takes it. */
export const exportModelRequest = new HostRequest<ExportParams, ExportAnswer>(
  'models/export',
  exportParams,
);

/** A model has come, gone or changed, whoever asked for it: told to every client. */
export const modelsChangedNotification = new NotificationType0('models/changed');
