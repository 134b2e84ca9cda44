import type { ModelSummary } from '../../host/protocol.js';
import { cardScore, originWords, scoreWords } from '../../model/card-score.js';
import type { ModelList } from '../../state/recognition-state.js';
import { cellWidth } from '../../ui/cells.js';
import { rowWindow } from '../../ui/components/row-window.js';
import { percent } from '../../ui/format.js';
import type { Glyphs } from '../../ui/glyphs.js';
import type { Row } from '../../ui/rows.js';
import { joinColumns, rowText, span } from '../../ui/rows.js';

export interface ModelRowsOptions {
  models: ModelList;
  /** The model that is looked at, as an index. */
  place: number;
  /** The name of the model that answers now. */
  current: string | undefined;
  width: number;
  /** Models at most. */
  height: number;
  glyphs: Glyphs;
}

/** The models to choose among, each with its accuracy, or with what is wrong with it. */
export function modelRows({ models, place, ...options }: ModelRowsOptions): Row[] {
  if (models.status === 'unknown') return [[span('looking for models', 'dim')]];
  if (models.status === 'failed') return [[span(models.problem, 'bad')]];
  if (models.models.length === 0) return [[span('no model yet: train one (2)')]];
  const { from, to } = rowWindow({ count: models.models.length, place, height: options.height });
  const longest = Math.max(...models.models.map(({ name }) => cellWidth(name)));
  const nameWidth = Math.min(Math.floor(options.width / 2), longest + 2);
  return models.models.slice(from, to).map((model, index) => {
    const row = modelRow(model, { ...options, nameWidth });
    return from + index === place ? [span(rowText(row), 'selected')] : row;
  });
}

/** The next place from `from` on in a direction that can be chosen; `from` where there is none. */
export function nextModel(
  models: readonly ModelSummary[],
  from: number,
  direction: 1 | -1,
): number {
  for (let place = from + direction; place in models; place += direction) {
    if ('card' in models[place]) return place;
  }
  return from;
}

function modelRow(
  model: ModelSummary,
  {
    current,
    width,
    nameWidth,
    glyphs,
  }: Pick<ModelRowsOptions, 'current' | 'width' | 'glyphs'> & { nameWidth: number },
): Row {
  const mark = model.name === current ? glyphs.pointer : ' ';
  const name = { row: [span(`${mark} `, 'accent'), model.name], width: nameWidth };
  const rest = width - nameWidth - 2;
  if ('problem' in model) {
    // The name stands beside it already.
    const problem = model.problem.replace(`model ${model.name} `, '');
    return joinColumns([name, { row: [span(`${glyphs.cross} ${problem}`, 'bad')], width: rest }]);
  }
  const score = cardScore(model.card);
  const source = score ? scoreWords(score) : originWords(model.card);
  return joinColumns([
    name,
    {
      row: [`${percent(score?.accuracy ?? Number.NaN, 2).padStart(8)}  `, span(source, 'dim')],
      width: rest,
    },
  ]);
}
