import { Problem } from '../../core/problem.js';

/** Some lines of a text. */
export interface Lines {
  bytes: Buffer;
  /** Where each ends, before its line feed; the next begins after it. */
  ends: readonly number[];
}

/** No row of pixels is longer, in bytes. */
const longestLine = 64 * 2 ** 20;

/**
 * Cuts pieces of a text into whole lines, many at a time.
 *
 * @param name of its file, for the words of a problem
 * @throws Problem where a line does not end
 */
export async function* wholeLines(
  chunks: AsyncIterable<Buffer>,
  name: string,
): AsyncGenerator<Lines> {
  const waiting: Buffer[] = [];
  let waitingBytes = 0;
  for await (const chunk of chunks) {
    waiting.push(chunk);
    waitingBytes += chunk.length;
    if (waitingBytes > longestLine) throw endlessLine(name);
    if (chunk.includes(lineFeed)) {
      const bytes = waiting.length === 1 ? chunk : Buffer.concat(waiting);
      const ends = lineEnds(bytes);
      const rest = bytes.subarray(ends[ends.length - 1] + 1);
      waiting.splice(0, waiting.length, rest);
      waitingBytes = rest.length;
      yield { bytes, ends };
    }
  }
  const last = Buffer.concat(waiting);
  // The last line may lack its end.
  if (last.length > 0) yield { bytes: last, ends: [last.length] };
}

const lineFeed = 0x0a;

function lineEnds(bytes: Buffer): number[] {
  const ends: number[] = [];
  for (let at = bytes.indexOf(lineFeed); at >= 0; at = bytes.indexOf(lineFeed, at + 1))
    ends.push(at);
  return ends;
}

function endlessLine(name: string): Problem {
  return new Problem(`${name} has a line of more than ${longestLine / 2 ** 20} MB`, {
    remedy: 'use one row a line, such as label,pixel0,…,pixel783',
  });
}
