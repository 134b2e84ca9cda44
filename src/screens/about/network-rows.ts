import type { Layer, Network } from '../../model/network.js';
import { countParameters, sizeOf, summarise } from '../../model/parameters.js';
import { count } from '../../ui/format.js';
import type { Row, RowLike } from '../../ui/rows.js';
import { joinColumns, span } from '../../ui/rows.js';

/** The network layer by layer, with what each makes of its input, and the totals. */
export function networkRows(network: Network, width: number): Row[] {
  const line = (layer: RowLike, output: RowLike, parameters: RowLike) =>
    joinColumns([
      { row: layer, width: width - 9 - 10 - 4 },
      { row: output, width: 9 },
      { row: parameters, width: 10, align: 'right' },
    ]);
  const { total, trainable } = countParameters(network);
  return [
    line([span('layer', 'dim')], [span('output', 'dim')], [span('parameters', 'dim')]),
    line([span('one image', 'dim')], [span(network.input.join('x'), 'dim')], ''),
    ...summarise(network).map(({ layer, output, parameters }) => {
      const own = parameters.reduce((sum, { shape }) => sum + sizeOf(shape), 0);
      return line(layerWords(layer), output.join('x'), own > 0 ? count(own) : '');
    }),
    line([span('all together', 'strong')], '', [span(count(total), 'strong')]),
    line([span('trainable', 'dim')], '', [span(count(trainable), 'dim')]),
  ];
}

function layerWords(layer: Layer): string {
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
