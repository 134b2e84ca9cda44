import { RequestType0 } from 'vscode-jsonrpc/node';
import type { ModelCard } from '../../model/card.js';
import type { Network } from '../../model/network.js';

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
