import { layerWords } from '../../model/layer-words.js';
import type { Network } from '../../model/network.js';
import { countParameters, sizeOf, summarise } from '../../model/parameters.js';
import { meter } from '../../ui/components/bars.js';
import { bytes, count, percent } from '../../ui/format.js';
import type { Glyphs } from '../../ui/glyphs.js';
import type { Row, RowLike } from '../../ui/rows.js';
import { joinColumns, span } from '../../ui/rows.js';

export interface NetworkOptions {
  width: number;
  glyphs: Glyphs;
  /** Bytes of a file of weights; undefined where there is none to look at. */
  weightBytes: number | undefined;
}

/** The network layer by layer with its share of the parameters, and the totals. */
export function networkRows(network: Network, options: NetworkOptions): Row[] {
  const { width, weightBytes } = options;
  const size = weightBytes ?? countParameters(network).total * float32Bytes;
  const onDisk = lineOf(width)(dim('weights on disk'), '', dim(bytes(size)));
  return [...layerRows(network, options), ...totalRows(network, width), onDisk];
}

/** A head, the image, and a row a layer: 16 rows of the network that Digitscope trains. */
export function layerRows(
  network: Network,
  { width, glyphs }: Pick<NetworkOptions, 'width' | 'glyphs'>,
): Row[] {
  const line = lineOf(width);
  const { total } = countParameters(network);
  const layers = summarise(network).map(({ layer, output, parameters }) => {
    const own = parameters.reduce((sum, { shape }) => sum + sizeOf(shape), 0);
    const words = [layerWords(layer), output.join('x')];
    if (own === 0) return line(...words);
    const bar = meter(own / total, columnsFor(width)[4].width, glyphs);
    return line(...words, count(own), percent(own / total), [span(bar, 'accent')]);
  });
  return [
    line(dim('layer'), dim('output'), dim('parameters'), dim('share')),
    line(dim('one image'), dim(network.input.join('x'))),
    ...layers,
  ];
}

/** All parameters, and how many of them training moves: three rows under those of the layers. */
export function totalRows(network: Network, width: number): Row[] {
  const line = lineOf(width);
  const { total, trainable } = countParameters(network);
  return [
    line([span('all together', 'strong')], '', [span(count(total), 'strong')]),
    line(dim('trainable'), '', dim(count(trainable))),
    line(dim('not trainable'), '', dim(count(total - trainable))),
  ];
}

function lineOf(width: number): (...cells: RowLike[]) => Row {
  const columns = columnsFor(width);
  return (...cells) =>
    joinColumns(columns.map((column, index) => ({ row: cells[index] ?? '', ...column })));
}

function dim(text: string): Row {
  return [span(text, 'dim')];
}

const float32Bytes = 4;
const widestBar = 40;

/** Layer, output, parameters, share and its bar; the bar has what the others leave. */
function columnsFor(width: number) {
  const gaps = 8;
  const [layer, output, parameters, share] = [21, 9, 10, 6];
  const bar = Math.min(widestBar, Math.max(0, width - layer - output - parameters - share - gaps));
  const right = 'right' as const;
  return [
    { width: layer },
    { width: output },
    { width: parameters, align: right },
    { width: share, align: right },
    { width: bar },
  ];
}
