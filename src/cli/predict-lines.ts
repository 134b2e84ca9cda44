import type { PictureExplanation, PictureResult } from '../host/protocol.js';
import { milliseconds, percent } from '../ui/format.js';

/** A result as its JSON line has it: without what the network saw. */
export function resultObject(result: PictureResult, explanation?: PictureExplanation): object {
  if ('error' in result) return result;
  const { seen: _, number, ...answer } = result;
  const explained = explanation ? { explanation } : {};
  if (!number) return { ...answer, ...explained };
  return {
    ...answer,
    number: number.text,
    lines: number.lines,
    numberConfidence: number.confidence,
    digits: number.digits.map(({ digit, confidence, box }) => ({ digit, confidence, box })),
    ...explained,
  };
}

/** A result in words, and what was done to the picture where that is known. */
export function resultLines(result: PictureResult, explanation?: PictureExplanation): string[] {
  if ('error' in result) return [`${result.file}: ${result.error}`];
  const first = `${result.file}: ${answerWords(result)} (${milliseconds(result.milliseconds)})`;
  return explanation ? [first, ...explanationLines(explanation)] : [first];
}

type Read = Exclude<PictureResult, { error: string }>;

function answerWords({ seen, number, digit, confidence, status, rejected }: Read): string {
  if (number) {
    if (number.digits.length === 0) return 'no digits';
    const each = number.digits.map((read) => percent(read.confidence, 0)).join(', ');
    return `${number.lines.join(' / ')}, ${percent(number.confidence)} together, each ${each}`;
  }
  const several = seen.digits ? `, perhaps ${seen.digits} digits: --number reads them` : '';
  const doubt = seen.blank ? ', blank' : rejected ? ', not a digit?' : '';
  return `${digit}, ${percent(confidence)} ${status}${doubt}${several}`;
}

function explanationLines({ stages, box, polarity, strokeWidth, blank }: PictureExplanation) {
  const [x, y, width, height] = box;
  const widest = Math.max(...stages.map(({ name }) => name.length));
  const found = blank
    ? 'nothing was found'
    : `${polarity}, digit ${width}x${height} at ${x}, ${y}, strokes of ${strokeWidth.toFixed(1)} pixels`;
  return [...stages.map(({ name, words }) => `  ${name.padEnd(widest)}  ${words}`), `  ${found}`];
}
