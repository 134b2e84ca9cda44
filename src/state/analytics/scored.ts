import { floatsFromBase64 } from '../../host/floats.js';
import type { ScoreAnswer } from '../../host/protocol.js';

/** What weights answered for labelled samples, unpacked. */
export interface Scored extends Omit<ScoreAnswer, 'labels' | 'probabilities'> {
  /** n digits. */
  labels: Uint8Array;
  /** n × 10. */
  probabilities: Float32Array;
}

export function decodeScored(answer: ScoreAnswer): Scored {
  return {
    ...answer,
    labels: Buffer.from(answer.labels, 'base64'),
    probabilities: floatsFromBase64(answer.probabilities),
  };
}
