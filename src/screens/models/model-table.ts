import type { ModelSummary } from '../../host/protocol.js';
import { cardScore } from '../../model/card-score.js';
import { cellWidth, cut } from '../../ui/cells.js';
import { rowWindow } from '../../ui/components/row-window.js';
import { bytes, count, percent } from '../../ui/format.js';
import type { Glyphs } from '../../ui/glyphs.js';
import {
  type ColumnCell,
  joinColumns,
  type Row,
  type RowLike,
  rowText,
  span,
} from '../../ui/rows.js';

export interface ModelTableOptions {
  models: readonly ModelSummary[];
  /** The model that is looked at. */
  place: number;
  width: number;
  /** Rows with the head. */
  height: number;
  glyphs: Glyphs;
}

/** The models, each with its accuracy, its size, where it is from and when it was made; a head above them. */
export function modelTable({ models, place, width, height, glyphs }: ModelTableOptions): Row[] {
  const columns = columnsFor(models, width);
  const line = (cells: readonly RowLike[]) =>
    joinColumns(columns.map((column, index) => ({ row: cells[index] ?? '', ...column })));
  const { from, to } = rowWindow({ count: models.length, place, height: height - 1 });
  const rows = models.slice(from, to).map((model, index): Row => {
    const row =
      'card' in model
        ? line(cellsOf(model, columns[0].width, glyphs))
        : damagedRow(model, { width, name: columns[0].width, glyphs });
    return from + index === place ? [span(rowText(row), 'selected')] : row;
  });
  return [line(heads.map((head) => [span(head, 'dim')])), ...rows];
}

/** Which models the table shows; its first row is the head. */
export function modelAtRow(
  row: number,
  { models, place, height }: Pick<ModelTableOptions, 'models' | 'place' | 'height'>,
): ModelSummary | undefined {
  const { from, to } = rowWindow({ count: models.length, place, height: height - 1 });
  const pressed = from + row - 1;
  return row > 0 && pressed < to ? models[pressed] : undefined;
}

const heads = ['  model', 'accuracy', 'parameters', 'size', 'from', 'made'];
const [accuracyWidth, parametersWidth, sizeWidth, originWidth, madeWidth] = [8, 10, 7, 12, 10];
const gaps = 2 * (heads.length - 1);

function columnsFor(
  models: readonly ModelSummary[],
  width: number,
): readonly Omit<ColumnCell, 'row'>[] {
  const others = accuracyWidth + parametersWidth + sizeWidth + originWidth + madeWidth + gaps;
  const longest = Math.max(...models.map(({ name }) => cellWidth(name)), 5) + markWidth;
  const right = 'right' as const;
  return [
    { width: Math.max(8, Math.min(longest, width - others)) },
    { width: accuracyWidth, align: right },
    { width: parametersWidth, align: right },
    { width: sizeWidth, align: right },
    { width: originWidth },
    { width: madeWidth },
  ];
}

/** Of the sign that stands before a name. */
const markWidth = 2;

function cellsOf(
  { name, card, place, preferred }: Extract<ModelSummary, { card: object }>,
  nameWidth: number,
  glyphs: Glyphs,
): RowLike[] {
  const shown = cut(name, nameWidth - markWidth, { ellipsis: glyphs.ellipsis });
  return [
    [span(preferred ? `${glyphs.best} ` : '  ', 'good'), shown],
    percent(cardScore(card)?.accuracy ?? Number.NaN, 2),
    count(card.parameters),
    bytes(card.weights.bytes),
    [span(place === 'shipped' ? 'the program' : (card.imported?.by ?? 'trained here'), 'dim')],
    [span(card.created.slice(0, 10), 'dim')],
  ];
}

function damagedRow(
  { name, problem }: Extract<ModelSummary, { problem: string }>,
  { width, name: nameWidth, glyphs }: { width: number; name: number; glyphs: Glyphs },
): Row {
  // The name stands beside it already.
  const words = problem.replace(`model ${name} `, '');
  return joinColumns([
    {
      row: ['  ', cut(name, nameWidth - markWidth, { ellipsis: glyphs.ellipsis })],
      width: nameWidth,
    },
    { row: [span(`${glyphs.cross} ${words}`, 'bad')], width: width - nameWidth - 2 },
  ]);
}
