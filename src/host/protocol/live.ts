import { type ProgressToken, ProgressType, RequestType, RequestType0 } from 'vscode-jsonrpc/node';
import type { Prediction } from '../../core/prediction.js';
import type { WeightsRef } from './analysis.js';
import type { EngineChoice, PictureResult, SeenPicture } from './common.js';

/** A picture made by the program itself: grey, 0 black to 255 white. */
export interface Drawing {
  width: number;
  height: number;
  /** width × height bytes, base64. */
  pixels: string;
}

export interface ReadDrawingParams extends Drawing {
  weights: WeightsRef;
  engine?: EngineChoice;
}
export interface ReadDrawingAnswer extends Prediction {
  /** What the weights are called. */
  name: string;
  milliseconds: number;
  seen: SeenPicture;
}
export const readDrawingRequest = new RequestType<ReadDrawingParams, ReadDrawingAnswer, void>(
  'live/read-drawing',
);

export interface SaveDrawingParams extends Drawing {
  /** What it is: it is kept in `data/mine/<label>` for training on later. Else it goes to `drawings`. */
  label?: number;
}
/** Saved as PNG, under the time of its making. */
export const saveDrawingRequest = new RequestType<SaveDrawingParams, { file: string }, void>(
  'live/save-drawing',
);
/** Takes back what this host has saved for a client; refuses any other file. */
export const forgetDrawingRequest = new RequestType<{ file: string }, void, void>(
  'live/forget-drawing',
);
/** How many drawings of each digit `data/mine` holds, ten figures, and the folder. */
export const ownDigitsRequest = new RequestType0<{ folder: string; perClass: number[] }, void>(
  'live/own-digits',
);

export interface WatchParams {
  folder: string;
  model?: string;
  engine?: EngineChoice;
  progress: ProgressToken;
}
/** Told first of all, then for each picture that comes to the folder or changes there. */
export type WatchProgress =
  | { kind: 'watching'; folder: string; there: number }
  | { kind: 'picture'; result: PictureResult; at: number }
  /** The folder is gone: the request ends with it. */
  | { kind: 'gone' };
/** Reads what comes to a folder, until it is cancelled or the folder is gone. */
export const watchRequest = new RequestType<WatchParams, void, void>('live/watch');
export const watchProgress = new ProgressType<WatchProgress>();
