import { layerWords } from '../../model/layer-words.js';
import { digitNetwork } from '../../model/network.js';
import { countParameters, sizeOf, summarise } from '../../model/parameters.js';
import { count, percent } from '../../ui/format.js';
import { type Html, html, section, table } from '../html.js';

/** The layers in the order that an image passes them, with their share of the parameters. */
export function network(): Html {
  const { total, trainable } = countParameters(digitNetwork);
  const rows = summarise(digitNetwork).map(({ layer, output, parameters }) => {
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
    html`<p>${digitNetwork.name} takes an image of ${digitNetwork.input.join('x')} and has ${count(total)} parameters, ${count(trainable)} of them trained; the others are moving averages.</p>`,
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
