import { RequestType0 } from 'vscode-jsonrpc/node';
import type { ModelCard } from '../../model/card.js';

/** A model of the workspace or a shipped one. */
export type ModelSummary =
  | { name: string; folder: string; preferred: boolean; card: ModelCard }
  | { name: string; folder: string; problem: string };
export const listModelsRequest = new RequestType0<ModelSummary[], void>('models/list');
