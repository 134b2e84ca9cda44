import type { ScoreAnswer } from '../../host/protocol.js';

/** What weights answered for labelled samples, unpacked. */
export interface Scored extends Omit<ScoreAnswer, 'labels' | 'probabilities'> {
  /** n digits. */
  labels: Uint8Array;
  /** n × 10. */
  probabilities: Float32Array;
}

export function decodeScored(answer: ScoreAnswer): Scored {
  const bytes = Buffer.from(answer.probabilities, 'base64');
  const probabilities = new Float32Array(bytes.length / 4);
  for (let index = 0; index < probabilities.length; index++) {
    probabilities[index] = bytes.readFloatLE(index * 4);
  }
  return { ...answer, labels: Buffer.from(answer.labels, 'base64'), probabilities };
}
