import type { Layer } from './network.js';

/** A layer as people call it: `convolution 3x3, relu`. */
export function layerWords(layer: Layer): string {
  switch (layer.kind) {
    case 'conv':
      return `convolution ${layer.kernel}x${layer.kernel}, ${layer.activation}`;
    case 'max-pool':
      return `max pooling ${layer.size}x${layer.size}`;
    case 'batch-norm':
      return 'batch normalisation';
    case 'flatten':
      return 'flatten';
    case 'dropout':
      return `dropout ${layer.rate}`;
    case 'dense':
      return `dense, ${layer.activation}`;
  }
}
