import { layerWords } from '../../model/layer-words.js';
import { countParameters, sizeOf, summarise } from '../../model/parameters.js';
import { count, percent } from '../../ui/format.js';
import { type Html, html, section, table } from '../html.js';
import type { ReportData } from '../report-data.js';

/** The layers in the order that an image passes them, with their share of the parameters. */
export function network({ network }: Pick<ReportData, 'network'>): Html {
  const { total, trainable } = countParameters(network);
  const rows = summarise(network).map(({ layer, output, parameters }) => {
    const own = parameters.reduce((sum, { shape }) => sum + sizeOf(shape), 0);
    const share = percent(own / total);
    return [
      layer.name,
      layerWords(layer),
      output.join('x'),
      own > 0 ? count(own) : '',
      own > 0 ? share : '',
      own > 0
        ? html`<span class="share"><i style="width:${((own / total) * 100).toFixed(2)}%"></i></span>`
        : '',
    ];
  });
  return section(
    'network',
    'Network',
    html`<p>${network.name} takes an image of ${network.input.join('x')} and has ${count(total)} parameters, ${count(trainable)} of them trained; the others are moving averages.</p>`,
    table(
      [
        { head: 'layer' },
        { head: 'what it is' },
        { head: 'output' },
        { head: 'parameters', align: 'right' },
        { head: 'share', align: 'right' },
        { head: '' },
      ],
      rows,
    ),
  );
}
