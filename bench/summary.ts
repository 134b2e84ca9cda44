import type { Measured, Unit, What } from './figures.js';

/** One figure over all rounds. */
export interface Summary {
  what: What;
  subject: string;
  setting: string;
  unit: Unit;
  median: number;
  lowest: number;
  highest: number;
  rounds: number;
  /** How many times better our native engine is in the same setting; left out where that says nothing. */
  ours?: number;
}

/** Ratios are those of the subject that begins like this. */
export const ourSubject = 'Digitscope native';

/** Medians over rounds and our ratios, in the order in which settings and subjects first came. */
export function summarise(measured: readonly Measured[]): Summary[] {
  const groups = new Map<string, Measured[]>();
  for (const figure of inOrder(measured)) {
    const key = JSON.stringify([figure.what, figure.setting, figure.unit, figure.subject]);
    groups.set(key, [...(groups.get(key) ?? []), figure]);
  }
  const summaries = [...groups.values()].map(summariseOne);
  return summaries.map((summary) => {
    const ours = ratioOfOurs(summary, summaries);
    return ours === undefined ? summary : { ...summary, ours };
  });
}

/** The middle value; of an even number of them the mean of the two in the middle. */
export function median(values: readonly number[]): number {
  return percentile(values, 0.5);
}

/** Linear between the two nearest values, as NumPy's default does; NaN of none. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const place = (sorted.length - 1) * share;
  const [below, above] = [sorted[Math.floor(place)], sorted[Math.ceil(place)]];
  return below === undefined ? Number.NaN : below + (above - below) * (place % 1);
}

/** Settings stand together, each with its subjects. */
function inOrder(measured: readonly Measured[]): Measured[] {
  const placeOf = ({ what, setting, unit }: Measured) => JSON.stringify([what, setting, unit]);
  const places = [...new Set(measured.map(placeOf))];
  return places.flatMap((place) => measured.filter((figure) => placeOf(figure) === place));
}

function summariseOne(figures: readonly Measured[]): Summary {
  const values = figures.map(({ value }) => value);
  const { what, subject, setting, unit } = figures[0];
  return {
    what,
    subject,
    setting,
    unit,
    median: median(values),
    lowest: Math.min(...values),
    highest: Math.max(...values),
    rounds: values.length,
  };
}

function ratioOfOurs(other: Summary, all: readonly Summary[]): number | undefined {
  if (other.unit === '%' || isOurs(other)) return undefined;
  const ours = all.find(
    (summary) =>
      isOurs(summary) &&
      summary.what === other.what &&
      summary.setting === other.setting &&
      summary.unit === other.unit,
  );
  if (!ours) return undefined;
  return other.unit === 'images/s' ? ours.median / other.median : other.median / ours.median;
}

function isOurs({ subject }: Summary): boolean {
  return subject.startsWith(ourSubject) || subject === 'Digitscope';
}
