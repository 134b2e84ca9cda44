import type { FolderFacts } from '../../state/file-browser-facts.js';
import type { PeekedPicture } from '../../state/file-browser-peek.js';
import { classBars } from '../../ui/components/bars.js';
import { bytes, count } from '../../ui/format.js';
import type { Glyphs } from '../../ui/glyphs.js';
import type { Row } from '../../ui/rows.js';
import { span } from '../../ui/rows.js';
import { wrapWords } from '../wrap-words.js';
import { numbered } from './numbered.js';

/** The line below a picture: `3024x4032, 2.4 MB`. */
export function pictureFacts({ preview, bytes: size }: PeekedPicture): Row {
  const parts = [
    ...(preview.status === 'ready' ? [`${preview.width}x${preview.height}`] : []),
    ...(size === undefined ? [] : [bytes(size)]),
  ];
  return [span(parts.join(', '), 'dim')];
}

/** What is in a folder; for a dataset, its pictures of each digit. */
export function folderRows(facts: FolderFacts, options: { width: number; glyphs: Glyphs }): Row[] {
  const { width, glyphs } = options;
  if ('problem' in facts) return problemRows(facts.problem, options);
  const { pictures, folders, others, perClass } = facts;
  if (perClass) {
    const samples = perClass.reduce((sum, number) => sum + number, 0);
    return [
      [span(numbered(samples, 'picture'), 'strong'), span(' of digits', 'dim')],
      ...classBars({ counts: perClass, width, glyphs }),
    ];
  }
  const held = [
    { number: pictures, word: 'picture' },
    { number: folders, word: 'folder' },
    { number: others, word: 'other file' },
  ].filter(({ number }) => number > 0);
  if (held.length === 0) return [[span('empty', 'dim')]];
  const numberWidth = Math.max(...held.map(({ number }) => count(number).length));
  return held.map(({ number, word }) => {
    const indent = ' '.repeat(numberWidth - count(number).length);
    return [span(indent + numbered(number, word))];
  });
}

/** What went wrong, in as many lines as it needs. */
export function problemRows(
  problem: string,
  { width, glyphs }: { width: number; glyphs: Glyphs },
): Row[] {
  return wrapWords(`${glyphs.cross} ${problem}`, width).map((line) => [span(line, 'bad')]);
}
