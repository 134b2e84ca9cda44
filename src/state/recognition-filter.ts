import { basename } from 'node:path';
import type { PictureResult } from '../host/protocol.js';
import type { ReadPicture } from './recognition-reading.js';

/** Of `rows`, indices of `results`, those that go with a filter as a person types it; an empty one leaves all. */
export function filterRows(
  rows: readonly number[],
  results: readonly PictureResult[],
  filter: string,
): number[] {
  const tests = filter.trim().split(/\s+/).filter(Boolean).map(toTest);
  return rows.filter((index) => tests.every((isWanted) => isWanted(results[index])));
}

/** What a filter may say, for the line it is typed into. */
export const filterHint = 'part of a name, a digit, high, medium, low, unsure, blank or error';

type Test = (result: PictureResult) => boolean;

/** One word of a filter. A word that means a digit or a status is not looked for in names. */
function toTest(typed: string): Test {
  const word = typed.toLowerCase();
  const digit = /^(?:digit:)?([0-9])$/.exec(word)?.[1];
  if (digit !== undefined) return answers((read) => read.digit === Number(digit));
  return statusTests.get(word) ?? named(word);
}

/** As the table shows them: of a blank picture it tells no digit and no confidence. */
const statusTests: ReadonlyMap<string, Test> = new Map([
  ['high', answers(({ status }) => status === 'High')],
  ['medium', answers(({ status }) => status === 'Medium')],
  ['low', answers(({ status }) => status === 'Low')],
  ['unsure', answers(({ rejected }) => rejected)],
  ['blank', (result: PictureResult) => !('error' in result) && result.seen.blank],
  ['error', (result: PictureResult) => 'error' in result],
]);

function answers(isWanted: (read: ReadPicture) => boolean): Test {
  return (result) => !('error' in result) && !result.seen.blank && isWanted(result);
}

/** With a slash the folders count too: `7/` is whatever lies in a folder of that name. */
function named(part: string): Test {
  return ({ file }) => (part.includes('/') ? file : basename(file)).toLowerCase().includes(part);
}
