import { ProgressType, RequestType0 } from 'vscode-jsonrpc/node';
import * as z from 'zod';
import type { Prediction } from '../../core/prediction.js';
import type { PictureResult, SeenPicture } from './common.js';
import { base64, engineChoice, modelName, path, progressToken, weightsRef } from './params.js';
import { HostRequest } from './request.js';

/** A picture made by the program itself: grey, 0 black to 255 white. */
export const drawing = z.strictObject({
  width: z.int(),
  height: z.int(),
  /** width × height bytes, base64. */
  pixels: base64,
});
export type Drawing = z.infer<typeof drawing>;

export const readDrawingParams = drawing.extend({
  weights: weightsRef,
  engine: engineChoice.optional(),
});
export type ReadDrawingParams = z.infer<typeof readDrawingParams>;
export interface ReadDrawingAnswer extends Prediction {
  /** What the weights are called. */
  name: string;
  milliseconds: number;
  seen: SeenPicture;
}
/** Reads a drawing before anything else: it grows while a person looks at the answer. */
export const readDrawingRequest = new HostRequest<ReadDrawingParams, ReadDrawingAnswer>(
  'live/read-drawing',
  readDrawingParams,
);

export const saveDrawingParams = drawing.extend({
  /** What it is: it is kept in `data/mine/<label>` for training on later. Else it goes to `drawings`. */
  label: z.int().optional(),
});
export type SaveDrawingParams = z.infer<typeof saveDrawingParams>;
/** Saved as PNG, under the time of its making. */
export const saveDrawingRequest = new HostRequest<SaveDrawingParams, { file: string }>(
  'live/save-drawing',
  saveDrawingParams,
);

export const forgetDrawingParams = z.strictObject({ file: path });
export type ForgetDrawingParams = z.infer<typeof forgetDrawingParams>;
/** Takes back what this host has saved for a client; refuses any other file. */
export const forgetDrawingRequest = new HostRequest<ForgetDrawingParams, void>(
  'live/forget-drawing',
  forgetDrawingParams,
);
/** How many drawings of each digit `data/mine` holds, ten figures, and the folder. */
export const ownDigitsRequest = new RequestType0<{ folder: string; perClass: number[] }, void>(
  'live/own-digits',
);

export const watchParams = z.strictObject({
  folder: path,
  model: modelName.optional(),
  engine: engineChoice.optional(),
  progress: progressToken,
});
export type WatchParams = z.infer<typeof watchParams>;
/** Told first of all, then for each picture that comes to the folder or changes there. */
export type WatchProgress =
  | { kind: 'watching'; folder: string; there: number }
  | { kind: 'picture'; result: PictureResult; at: number }
  /** The folder is gone: the request ends with it. */
  | { kind: 'gone' };
/** Reads what comes to a folder, until it is cancelled or the folder is gone. */
export const watchRequest = new HostRequest<WatchParams, void>('live/watch', watchParams);
export const watchProgress = new ProgressType<WatchProgress>();
