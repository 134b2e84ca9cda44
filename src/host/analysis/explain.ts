import { coveredImages, occlusionMap, patchSide } from '../../core/analysis/occlusion.js';
import { mostLikely } from '../../core/metrics.js';
import type { Classifier, ConvolutionOutput } from '../../engine/engine.js';
import { floatsToBase64 } from '../floats.js';
import type { ExplainAnswer, LayerImages } from '../protocol.js';

/**
 * Why an image is read as it is.
 *
 * @param image 784 bytes
 */
export async function explain(classifier: Classifier, image: Uint8Array): Promise<ExplainAnswer> {
  const probabilities = Array.from(await classifier.classify(image));
  const covered = await classifier.classify(coveredImages(image));
  const { kept, digits } = occlusionMap(mostLikely(probabilities), covered);
  const layers = await classifier.convolutions(image);
  return {
    probabilities,
    occlusion: {
      patch: patchSide,
      kept: floatsToBase64(kept),
      digits: Buffer.from(digits).toString('base64'),
    },
    layers: layers.map(layerImages),
  };
}

/** The values as bytes: a picture needs no more. */
function layerImages({ name, shape, values }: ConvolutionOutput): LayerImages {
  const [height, width, channels] = shape;
  const largest = values.reduce((most, value) => Math.max(most, value), 0);
  const scale = largest > 0 ? 255 / largest : 0;
  const bytes = Uint8Array.from(values, (value) => Math.round(value * scale));
  return { name, width, height, channels, largest, values: Buffer.from(bytes).toString('base64') };
}
