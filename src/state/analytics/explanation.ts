import { floatsFromBase64 } from '../../host/floats.js';
import type { ExplainAnswer, LayerImages } from '../../host/protocol.js';

/** Why weights answer as they do, unpacked. */
export interface Explanation {
  /** Ten. */
  probabilities: readonly number[];
  occlusion: {
    /** Side of the square that covers, in pixels. */
    patch: number;
    /** 784 probabilities of the answer with the square centred there. */
    kept: Float32Array;
    /** 784 answers with the square centred there. */
    digits: Uint8Array;
  };
  /** The convolutions, in order. */
  layers: readonly Layer[];
}

/** What one layer makes of the image. */
export interface Layer extends Omit<LayerImages, 'values'> {
  /** One picture a channel: width × height bytes, 255 the largest value of the layer. */
  pictures: readonly Uint8Array[];
}

export function decodeExplanation(answer: ExplainAnswer): Explanation {
  const { patch, kept, digits } = answer.occlusion;
  return {
    probabilities: answer.probabilities,
    occlusion: {
      patch,
      kept: floatsFromBase64(kept),
      digits: Buffer.from(digits, 'base64'),
    },
    layers: answer.layers.map(decodeLayer),
  };
}

/** The values lie channel beside channel for each pixel. */
function decodeLayer({ values, ...layer }: LayerImages): Layer {
  const bytes = Buffer.from(values, 'base64');
  const { width, height, channels } = layer;
  const pictures = Array.from({ length: channels }, (_, channel) =>
    Uint8Array.from({ length: width * height }, (_, pixel) => bytes[pixel * channels + channel]),
  );
  return { ...layer, pictures };
}
