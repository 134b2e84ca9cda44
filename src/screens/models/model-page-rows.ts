import type { ModelSummary } from '../../host/protocol.js';
import type { Glyphs } from '../../ui/glyphs.js';
import { type Row, span } from '../../ui/rows.js';
import { layerRows, totalRows } from '../about/network-rows.js';
import { modelCardRows } from '../live-demo/model-card-rows.js';

/** All that is known of a model: its card, then its network layer by layer. */
export function modelPageRows(
  model: ModelSummary,
  options: { width: number; glyphs: Glyphs },
): Row[] {
  const card = modelCardRows(model, options);
  if (!('network' in model)) return card;
  const { network } = model;
  return [
    ...card,
    [],
    [span(network.name, 'accent')],
    ...layerRows(network, options),
    ...totalRows(network, options.width),
  ];
}
