import type { Glyphs } from './glyphs.js';
import type { Span } from './rows.js';
import { span } from './rows.js';

/** Numbers as people read them. A number that is not finite is shown as `-`. */

const none = '-';

/** 0.9871 → "98.7 %". */
export function percent(fraction: number, digits = 1): string {
  return Number.isFinite(fraction) ? `${(fraction * 100).toFixed(digits)} %` : none;
}

/** 48000 → "48,000". */
export function count(value: number): string {
  return Number.isFinite(value) ? Math.round(value).toLocaleString('en-US') : none;
}

/** 0.0031 → "0.0031": at most `digits` places, no trailing zeros; very small values as "1e-7". */
export function decimal(value: number, digits = 4): string {
  if (!Number.isFinite(value)) return none;
  if (value !== 0 && Math.abs(value) < 10 ** -digits) return String(Number(value.toPrecision(2)));
  return String(Number(value.toFixed(digits)));
}

const byteUnits = ['B', 'KB', 'MB', 'GB', 'TB'];

/** 451936256 → "431 MB", in steps of 1024. */
export function bytes(value: number): string {
  if (!Number.isFinite(value)) return none;
  let amount = Math.max(0, value);
  let unit = 0;
  while (amount >= 1023.5 && unit < byteUnits.length - 1) {
    amount /= 1024;
    unit += 1;
  }
  const digits = unit === 0 || amount >= 9.95 ? 0 : 1;
  return `${amount.toFixed(digits)} ${byteUnits[unit]}`;
}

/** Seconds → "0.4 s", "42 s", "1 min 42 s", "2 h 5 min". */
export function duration(seconds: number): string {
  if (!Number.isFinite(seconds)) return none;
  const positive = Math.max(0, seconds);
  if (positive < 9.95) return `${Number(positive.toFixed(1))} s`;
  const whole = Math.round(positive);
  if (whole < 60) return `${whole} s`;
  if (whole < 3600) return `${Math.floor(whole / 60)} min ${whole % 60} s`;
  const minutes = Math.round(whole / 60);
  return `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}

/** 6.24 → "6.2 ms"; a second and more as a duration. */
export function milliseconds(value: number): string {
  if (!Number.isFinite(value)) return none;
  if (value >= 999.5) return duration(value / 1000);
  return value < 9.95 ? `${value.toFixed(1)} ms` : `${Math.round(value)} ms`;
}

/** 8913 → "8,913 images/s". */
export function rate(perSecond: number, unit: string): string {
  if (!Number.isFinite(perSecond)) return none;
  const amount = perSecond < 9.95 ? perSecond.toFixed(1) : count(perSecond);
  return `${amount} ${unit}/s`;
}

/** 0.08 → "+0.08". */
export function signed(value: number, digits = 2): string {
  if (!Number.isFinite(value)) return none;
  const text = Math.abs(value).toFixed(digits);
  if (Number(text) === 0) return text;
  return `${value < 0 ? '-' : '+'}${text}`;
}

export interface DeltaOptions {
  digits?: number;
  /** Which way is an improvement. */
  better?: 'higher' | 'lower';
}

/** A change with its direction as a mark and its worth as a tone; nothing when there is no change to show. */
export function delta(
  change: number,
  glyphs: Glyphs,
  { digits = 2, better = 'higher' }: DeltaOptions = {},
): Span {
  const text = Math.abs(change).toFixed(digits);
  if (!Number.isFinite(change) || Number(text) === 0) return span('');
  const improved = change > 0 === (better === 'higher');
  return span(`${change > 0 ? glyphs.up : glyphs.down} ${text}`, improved ? 'good' : 'bad');
}
