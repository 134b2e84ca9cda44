import { count } from '../../ui/format.js';

/** `1 picture`, `1,200 pictures`. */
export function numbered(number: number, word: string): string {
  return `${count(number)} ${word}${number === 1 ? '' : 's'}`;
}
