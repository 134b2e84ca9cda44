import {
  NotificationType0,
  type ProgressToken,
  ProgressType,
  RequestType,
  RequestType0,
} from 'vscode-jsonrpc/node';
import type { ImportCheck, SaidReading } from '../../core/import-check.js';
import type { PixelReading } from '../../core/pixel-reading.js';
import type { ModelCard } from '../../model/card.js';
import type { ExportFormat } from '../../model/formats/exported-model.js';
import type { ImportedModel } from '../../model/formats/imported-model.js';
import type { Network } from '../../model/network.js';
import type { EngineChoice } from './common.js';

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
/** Compares files with the checksums of their cards: of one model, or of all. */
export const verifyModelsRequest = new RequestType<{ model?: string }, ModelVerdict[], void>(
  'models/verify',
);

export const renameModelRequest = new RequestType<{ model: string; name: string }, void, void>(
  'models/rename',
);
/** Puts a model away; for a week `models/restore` brings it back. */
export const removeModelRequest = new RequestType<{ model: string }, void, void>('models/remove');
export const restoreModelRequest = new RequestType<{ model: string }, void, void>('models/restore');
/** Uses a model where none is named; without one the cards say again which. */
export const chooseModelRequest = new RequestType<{ model?: string }, void, void>('models/choose');

export interface TryImportParams {
  /** A file, or the folder of a TensorFlow.js model; absolute. */
  file: string;
  /** A model whose network the weights are for, where the file holds weights alone. */
  network?: string;
  /** The digit of each of its outputs, where they are not in the order of 0 to 9. */
  classes?: readonly number[];
  /** Labelled samples that it is tried on, of which at most some are used; none where it is left out. */
  check?: { source: string; most?: number };
  engine?: EngineChoice;
  progress?: ProgressToken;
}
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
export const tryImportRequest = new RequestType<TryImportParams, TriedImport, void>('models/try');

export interface ImportParams extends TryImportParams {
  /** Made from the file's name where it is left out. */
  name?: string;
  /** What is left out is found by the check, or is as this program reads. */
  reading?: SaidReading;
}
export interface ImportAnswer extends TriedImport {
  model: string;
  folder: string;
  bytes: number;
  /** How it reads from now on. */
  reading: PixelReading;
}
/** Reads, tries and keeps a model; nothing is written where one of them fails. */
export const importModelRequest = new RequestType<ImportParams, ImportAnswer, void>(
  'models/import',
);
/** Reading the file; loading the samples; trying, in samples over all ways of reading; saving. */
export type ImportProgress =
  | { phase: 'read' | 'save' }
  | { phase: 'load' | 'check'; done: number; total: number };
export const importProgress = new ProgressType<ImportProgress>();

export interface ExportParams {
  model: string;
  format: ExportFormat;
  /** A file, or a folder for the formats of several; absolute. */
  file: string;
  /** What becomes of what is there already. */
  others: 'keep' | 'replace';
}
export interface ExportAnswer {
  model: string;
  parameters: number;
  bytes: number;
  files: string[];
}
export const exportModelRequest = new RequestType<ExportParams, ExportAnswer, void>(
  'models/export',
);

/** A model has come, gone or changed, whoever asked for it: told to every client. */
export const modelsChangedNotification = new NotificationType0('models/changed');
