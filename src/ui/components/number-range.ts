/** What a number may be; both ends belong to it. */
export interface NumberRange {
  min: number;
  /** Infinity where there is no upper end. */
  max: number;
  kind: 'integer' | 'decimal';
}

export type CheckedNumber = { ok: true; value: number } | { ok: false; reason: string };

/** A number as a person types it; a decimal comma is taken as a point. */
export function checkNumber(text: string, { min, max, kind }: NumberRange): CheckedNumber {
  const typed = text.trim().replace(',', '.');
  if (typed === '') return { ok: false, reason: `needs ${describeRange({ min, max, kind })}` };
  if (!/^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(typed)) {
    return { ok: false, reason: 'not a number' };
  }
  const value = Number(typed);
  if (kind === 'integer' && !Number.isInteger(value)) {
    return { ok: false, reason: 'needs a whole number' };
  }
  if (!(value >= min && value <= max)) {
    return { ok: false, reason: `needs ${describeRange({ min, max, kind })}` };
  }
  return { ok: true, value };
}

/** "1 to 100", "1 or more". */
export function describeRange({ min, max }: NumberRange): string {
  return max === Number.POSITIVE_INFINITY ? `${min} or more` : `${min} to ${max}`;
}
