import type { EngineKind } from '../../src/engine/engine.js';
import { runWorker } from '../child.js';
import type { Contestant } from '../figures.js';
import type { BenchOptions } from '../options.js';
import { type Peer, peerContestant } from '../peers.js';

/** Images a second of both engines and the peers, on random pictures. */
export function speed(
  what: 'train' | 'infer',
  options: BenchOptions,
  peers: readonly Peer[],
): Contestant[] {
  return [
    ourEngine(what, 'native', options.images),
    ...peers.map((peer) => peerContestant(peer, what, options)),
    ourEngine(what, 'portable', Math.max(256, Math.round(options.images / portableShare))),
  ];
}

/** It is so much slower that a rate shows on fewer images. */
const portableShare = 8;

function ourEngine(what: 'train' | 'infer', kind: EngineKind, images: number): Contestant {
  return {
    name: `Digitscope ${kind}`,
    measure: (round) => runWorker('engine-speed', [what, kind, `${images}`, `${round}`]),
  };
}
