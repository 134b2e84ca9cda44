import { Problem } from '../../core/problem.js';
import { nameForWords } from '../../vision/unreadable.js';
import { greyScale } from '../squares/grey-scale.js';

export interface GreyRange {
  /** What makes 0..255 of the numbers. */
  scale: number;
}

/**
 * Looks at all numbers of pictures for the range of their greys.
 *
 * @throws Problem where one is no grey
 */
export async function greyRange(
  pieces: AsyncIterable<Float64Array>,
  { file, imageSize }: { file: string; imageSize: number },
): Promise<GreyRange> {
  let most = 0;
  let at = 0;
  for await (const numbers of pieces) {
    for (let index = 0; index < numbers.length; index++) {
      const number = numbers[index];
      if (number > most) most = number;
      // True for what is no number, too.
      if (!(number >= 0 && number <= 255)) {
        const image = Math.floor((at + index) / imageSize);
        throw new Problem(`${nameForWords(file)} has the value ${number} in image ${image}`, {
          remedy: 'use greys from 0 to 255, or from 0 to 1',
        });
      }
    }
    at += numbers.length;
  }
  return { scale: greyScale(most) };
}
