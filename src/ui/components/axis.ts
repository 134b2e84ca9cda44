/**
 * How values lie along an axis. `log` parts them by powers of ten. `logit` is for shares of 1 and parts them by their
 * odds, so that 90 %, 99 % and 99.9 % lie about as far from each other.
 */
export type Scale = 'linear' | 'log' | 'logit';

/** Lowest and highest value. */
export type Range = readonly [low: number, high: number];

export interface Axis {
  range: Range;
  scale: Scale;
}

/** The place of a value on an endless axis: infinite at an end that it never reaches, NaN where it has no place. */
export function scaled(value: number, scale: Scale): number {
  switch (scale) {
    case 'linear':
      return value;
    case 'log':
      return value > 0 ? Math.log10(value) : Number.NaN;
    case 'logit':
      return Math.log10(value / (1 - value));
  }
}

/** Whether a value can be drawn; what cannot be is a gap. */
export function hasPlace(value: number, scale: Scale): boolean {
  return Number.isFinite(value) && !Number.isNaN(scaled(value, scale));
}

/** The range of those values that an axis can end at; undefined without any. */
export function rangeOf(values: readonly number[], scale: Scale = 'linear'): Range | undefined {
  // Not Math.min(...values): a run has more points than a call has arguments.
  return values.reduce<Range | undefined>((range, value) => {
    if (!Number.isFinite(scaled(value, scale))) return range;
    return range ? [Math.min(range[0], value), Math.max(range[1], value)] : [value, value];
  }, undefined);
}

/** 0 (low end) to `last` (high end), whole; what lies outside is brought to its end, and all in the middle where the ends meet. */
export function axisPosition(value: number, { range, scale }: Axis, last: number): number {
  const [low, high] = range.map((end) => scaled(end, scale));
  if (!(high > low)) return Math.floor(last / 2);
  const share = (scaled(value, scale) - low) / (high - low);
  return Math.round((Math.min(1, Math.max(0, share)) || 0) * last);
}

/** Round numbers between the ends of an axis, at most `most` of them, upwards. */
export function axisTicks({ range, scale }: Axis, most: number, smallestStep = 0): number[] {
  const [low, high] = range;
  if (!(high > low) || most < 1) return [];
  const fits = (ticks: readonly number[]) => ticks.length <= most;
  const within = (value: number) => value > low && value < high;
  if (scale === 'linear') {
    const step = roundStep((high - low) / (most + 1), smallestStep);
    const ticks = [step, nextStep(step), nextStep(nextStep(step))].map((size) =>
      multiples(size, range),
    );
    return ticks.find(fits) ?? [];
  }
  // 95 % and 99.5 % are rounder than 97 % and 99.7 %.
  const few = scale === 'log' ? [1, 3] : [1, 5];
  const candidates = [[1, 2, 5], few, [1]].map((factors) =>
    powers(factors, range, scale).filter(within),
  );
  const whole = candidates[candidates.length - 1];
  const thinned = whole.map((_, every) =>
    whole.filter((_, index) => index % (every + 1) === every),
  );
  return [...candidates, ...thinned].find(fits) ?? [];
}

/** The smallest of 1, 2 and 5 times a power of ten that is no smaller than either. */
function roundStep(least: number, smallest: number): number {
  const wanted = Math.max(least, smallest);
  let step = 10 ** Math.floor(Math.log10(wanted));
  while (step < wanted * (1 - 1e-9)) step = nextStep(step);
  return step;
}

/** 1, 2, 5, 10, 20, 50 … */
function nextStep(step: number): number {
  const leading = Math.round(step / 10 ** Math.floor(Math.log10(step * (1 + 1e-9))));
  return leading === 2 ? step * 2.5 : step * 2;
}

function multiples(step: number, [low, high]: Range): number[] {
  const [first, last] = [Math.floor(low / step) + 1, Math.ceil(high / step) - 1];
  // Multiplied, not added up: 0.1 + 0.2 is not 0.3.
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) =>
    Number(((first + index) * step).toPrecision(12)),
  );
}

/** `factors` times the powers of ten about a range; on a `logit` axis what they miss to 1, too. */
function powers(factors: readonly number[], [low, high]: Range, scale: Scale): number[] {
  const ends = scale === 'log' ? [low, high] : [low, 1 - low, high, 1 - high];
  const exponents = ends.map((end) => Math.floor(Math.log10(end)));
  const first = Math.min(...exponents);
  const small = Array.from({ length: Math.max(...exponents) - first + 1 }, (_, index) =>
    factors.map((factor) => Number(`${factor}e${first + index}`)),
  ).flat();
  if (scale === 'log') return small;
  const halves = [...small.filter((value) => value < 0.5), 0.5];
  const missing = halves.slice(0, -1).map((value) => Number((1 - value).toPrecision(12)));
  return [...halves, ...missing.reverse()];
}
