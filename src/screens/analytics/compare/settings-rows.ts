import { dataWords } from '../../../core/data-options.js';
import type { Subject } from '../../../state/analytics/subject.js';
import { trainedOn } from '../../../state/analytics/trained-on.js';
import { count, decimal, percent } from '../../../ui/format.js';
import { fitEnd, joinColumns, type Row, type RowLike, span } from '../../../ui/rows.js';

/** What the two were trained with where that differs, and what is alike in one line. */
export function settingsRows(
  { a, b }: { a: Subject; b: Subject },
  { width }: { width: number },
): RowLike[] {
  const [ofA, ofB] = [facts(a), facts(b)];
  if (!ofA || !ofB) {
    const unknown = [ofA ? undefined : a.name, ofB ? undefined : b.name].filter((name) => name);
    return [[span(`nothing tells how ${unknown.join(' and ')} was trained`, 'dim')]];
  }
  const names = Object.keys(ofA) as (keyof typeof ofA)[];
  const differing = names.filter((name) => ofA[name] !== ofB[name]);
  if (differing.length === 0) return ['all settings are alike'];
  const side = Math.floor((width - nameWidth - 4) / 2);
  const line = (name: string, left: RowLike, right: RowLike): Row =>
    joinColumns([
      { row: [span(name, 'dim')], width: nameWidth },
      { row: typeof left === 'string' ? fitEnd(left, side) : left, width: side },
      { row: typeof right === 'string' ? fitEnd(right, side) : right, width: side },
    ]);
  const alike = names.filter((name) => !differing.includes(name));
  return [
    line('', [span('A', 'accent')], [span('B', 'accent')]),
    ...differing.map((name) => line(name, ofA[name], ofB[name])),
    ...(alike.length > 0 ? [[span(`alike: ${alike.join(', ')}`, 'dim')]] : []),
  ];
}

/** `validation` and a space more. */
const nameWidth = 11;

function facts(subject: Subject) {
  const known = trainedOn(subject);
  if (!known) return undefined;
  const { source, data, settings } = known;
  const { card, run } = subject;
  const epochs = card?.training?.epochs ?? run?.epoch ?? 0;
  return {
    data: dataWords(source, data),
    recipe: settings.recipe,
    batch: count(settings.batchSize),
    rate: decimal(settings.learningRate, 6),
    epochs: `${epochs} of ${settings.epochs}`,
    validation: percent(settings.validationSplit, 0),
    seed: String(settings.seed),
    balance: settings.balance ?? 'none',
  };
}
