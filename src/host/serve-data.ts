import { clearCache } from '../dataset/cache/cache-folder.js';
import type { Answering } from './answering.js';
import { makeFolder } from './data/make-folder.js';
import type { HostServices } from './host-services.js';
import * as protocol from './protocol.js';

/** Answers one client's questions about samples to learn from. */
export function serveData(
  answering: Answering,
  { datasets, dataSets }: Pick<HostServices, 'datasets' | 'dataSets'>,
): void {
  answering.on(protocol.describeDataRequest, ({ progress, ...question }, signal) =>
    dataSets.describe(question, {
      signal,
      onProgress: answering.progress(protocol.loadProgress, progress),
    }),
  );
  answering.on(protocol.dataSamplesRequest, (params) => dataSets.samples(params));
  answering.on(protocol.skippedRequest, (params) => dataSets.skipped(params));
  answering.on(protocol.originalRequest, (params) => dataSets.original(params));
  answering.on(protocol.makeFolderRequest, ({ progress, ...params }, signal) =>
    makeFolder(datasets, params, {
      signal,
      onProgress: answering.progress(protocol.makeFolderProgress, progress),
    }),
  );
  answering.on0(protocol.clearCacheRequest, () => clearCache());
}
