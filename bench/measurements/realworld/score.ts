import { calibrate } from '../../../src/core/analysis/calibration.js';
import { areaUnderRoc } from './area-under-roc.js';
import type { BenchPicture } from './manifest.js';

/** What the program answered to a picture; nothing where it could not read the file. */
export interface PictureAnswer {
  digit: number;
  confidence: number;
  probabilities: readonly number[];
  notADigit: number;
  rejected: boolean;
}

export interface ReadBenchPicture extends BenchPicture {
  answer?: PictureAnswer;
}

/** Shares, 0..1. */
export interface RealWorldScores {
  sources: { source: string; count: number; accuracy: number }[];
  /** Of the means over sources; NaN where the folder lacks one of them. */
  means: { words: string; accuracy: number }[];
  /** Of `notADigit`, what is no digit against digits; what is ambiguous is left out. */
  areaUnderRoc: number;
  /** Over all digits that could be read. */
  calibrationError: number;
  /** Digits that are kept at the model's own threshold. */
  coverage: number;
  /** Right answers of those. */
  accuracyOfKept: number;
  /** What is no digit, and is rejected. */
  heldBack: number;
  /** For each source, how often which digit was read as which: `4 as 9, 3 times`. */
  confusions: string[];
  /** Misread digits, the most certain first. */
  worst: { file: string; label: string; digit: number; confidence: number }[];
}

const means = [
  {
    words: 'photos, canvas, 28 px, form cells, thin strokes',
    sources: ['own-photos', 'own-canvas', 'own-28px', 'scan-form-cells', 'thin-stroke64'],
  },
  { words: 'hwd, suho, in4085', sources: ['hwd-1000', 'suho-40', 'in4085-scan100'] },
];
const listed = 10;

/** Scores what was read; pictures of several digits are left out. */
export function scoreRealWorld(pictures: readonly ReadBenchPicture[]): RealWorldScores {
  const digits = pictures.filter(({ label }) => /^\d$/.test(label));
  const others = pictures.filter(({ label, isAmbiguous }) => label === none && !isAmbiguous);
  const read = digits.flatMap(({ label, answer }) => (answer ? [{ label, answer }] : []));
  const kept = digits.filter(({ answer }) => answer && !answer.rejected);
  const sources = [...new Set(digits.map(({ source }) => source))].map((source) => {
    const own = digits.filter((picture) => picture.source === source);
    return { source, count: own.length, accuracy: share(own.filter(isRight), own) };
  });
  return {
    sources,
    means: means.map(({ words, sources: names }) => {
      const of = names.map((name) => sources.find(({ source }) => source === name)?.accuracy);
      const sum = of.reduce<number>((all, accuracy) => all + (accuracy ?? Number.NaN), 0);
      return { words, accuracy: sum / names.length };
    }),
    areaUnderRoc: areaUnderRoc(digits.map(doubt), others.map(doubt)),
    calibrationError: calibrate({
      labels: Uint8Array.from(read, ({ label }) => Number(label)),
      probabilities: Float32Array.from(read.flatMap(({ answer }) => answer.probabilities)),
    }).expectedError,
    coverage: share(kept, digits),
    accuracyOfKept: share(kept.filter(isRight), kept),
    heldBack: share(
      others.filter(({ answer }) => !answer || answer.rejected),
      others,
    ),
    confusions: sources.flatMap(({ source }) => confusionsOf(source, digits)),
    worst: digits
      .filter((picture) => !isRight(picture))
      .map(({ file, label, answer }) => ({
        file,
        label,
        digit: answer?.digit ?? Number.NaN,
        confidence: answer?.confidence ?? 1,
      }))
      .sort((a, b) => b.confidence - a.confidence)
      .slice(0, listed),
  };
}

const none = 'not-a-digit';

function isRight({ label, answer }: ReadBenchPicture): boolean {
  return answer?.digit === Number(label);
}

/** A file that could not be read is surely taken for no digit. */
function doubt({ answer }: ReadBenchPicture): number {
  return answer?.notADigit ?? 1;
}

function confusionsOf(source: string, digits: readonly ReadBenchPicture[]): string[] {
  const counts = new Map<string, number>();
  for (const picture of digits) {
    if (picture.source !== source || isRight(picture)) continue;
    const pair = `${picture.label} as ${picture.answer?.digit ?? 'unreadable'}`;
    counts.set(pair, (counts.get(pair) ?? 0) + 1);
  }
  if (counts.size === 0) return [];
  const pairs = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  return [`${source}: ${pairs.map(([pair, count]) => `${pair} (${count})`).join(', ')}`];
}

function share(part: readonly unknown[], whole: readonly unknown[]): number {
  return part.length / whole.length;
}
