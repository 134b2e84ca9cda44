import type { Answering } from './answering.js';
import type { HostServices } from './host-services.js';
import { watchFolder } from './live/watched-folder.js';
import * as protocol from './protocol.js';

/** Answers one client's questions about drawings and watched folders. */
export function serveLive(
  answering: Answering,
  { workspace, classifiers, drawings }: HostServices,
): void {
  answering.on(protocol.readDrawingRequest, (params) => drawings.read(params));
  answering.on(protocol.saveDrawingRequest, (params) => drawings.save(params));
  answering.on(protocol.forgetDrawingRequest, ({ file }) => drawings.forget(file));
  answering.on0(protocol.ownDigitsRequest, () => drawings.ownDigits());
  answering.on(protocol.watchRequest, (params, signal) =>
    watchFolder({ workspace, classifiers }, params, {
      signal,
      onProgress: answering.progress(protocol.watchProgress, params.progress),
    }),
  );
}
