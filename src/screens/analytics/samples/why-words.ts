import {
  changedAnswers,
  type Occlusion,
  weakestPlace,
} from '../../../core/analysis/covered-answers.js';
import { count, percent } from '../../../ui/format.js';
import type { Glyphs } from '../../../ui/glyphs.js';
import { inkSign } from './occlusion-lines.js';

/** How the map is to be read, a sentence each. */
export function legendWords(
  patch: number,
  signs: 'colours' | 'shades',
  { shades }: Pick<Glyphs, 'shades'>,
): string[] {
  const range = `${shades[1]} to ${shades[shades.length - 1]}`;
  return [
    `A dark ${patch}x${patch} square covers each place in turn.`,
    ...(signs === 'colours'
      ? ['Red: this takes probability from the answer.']
      : [
          `${range}: how much of its probability that takes.`,
          `${inkSign}: ink that is not needed.`,
        ]),
    'A digit: what it is read as then.',
  ];
}

/** What the map says, a sentence each. */
export function whyWords(occlusion: Occlusion, answer: number, probability: number): string[] {
  const weakest = weakestPlace(occlusion);
  const changes = changedAnswers(occlusion, answer);
  const becomes = changes.map(({ digit, places }) => `${digit} at ${count(places)}`).join(', ');
  return [
    ...(weakest && Number.isFinite(probability)
      ? [
          `It hangs most on its ${partOf(weakest)}: covered there, the ${answer} falls from ${percent(probability)} to ${percent(weakest.kept)}.`,
        ]
      : []),
    changes.length === 0
      ? `It stays a ${answer} wherever it is covered.`
      : `Of 784 places to cover, this many make it another digit: ${becomes}.`,
  ];
}

/** `upper left`, `middle`, `lower right`: which ninth of the image. */
function partOf({ x, y }: { x: number; y: number }): string {
  const across = ['left', '', 'right'][third(x)];
  const down = ['upper', '', 'lower'][third(y)];
  const words = [down, across].filter((word) => word !== '');
  if (words.length === 2) return words.join(' ');
  const [word = 'middle'] = words;
  return word === 'middle' ? word : `${word} ${down === '' ? 'side' : 'middle'}`;
}

function third(value: number): number {
  return Math.min(2, Math.floor((value * 3) / 28));
}
