import type { DataSummary } from '../../../host/protocol.js';
import { count } from '../../../ui/format.js';
import type { Glyphs } from '../../../ui/glyphs.js';
import { type Row, span, type Tone } from '../../../ui/rows.js';
import { wrapWords } from '../../wrap-words.js';

/** What the same pixels under several labels mean, loudly, then copies that do no harm. */
export function duplicateRows(
  { duplicates, split }: Pick<DataSummary, 'duplicates' | 'split'>,
  { width, glyphs }: { width: number; glyphs: Glyphs },
): Row[] {
  const { copies, acrossClasses, groups } = duplicates;
  const sentence = (text: string, tone: Tone) =>
    wrapWords(text, width).map((line): Row => [span(line, tone)]);
  const held = split.validation.reduce((sum, each) => sum + each, 0);
  return [
    ...(acrossClasses === 0
      ? sentence(`${glyphs.check} no picture is there under two labels`, 'good')
      : sentence(`${glyphs.cross} ${acrossWords(acrossClasses, groups.length)}`, 'bad')),
    ...sentence(copyWords(copies, split.shared, held), 'dim'),
  ];
}

function acrossWords(acrossClasses: number, shown: number): string {
  const pictures = acrossClasses === 1 ? '1 picture is' : `${count(acrossClasses)} pictures are`;
  const first = acrossClasses > shown ? ` The first ${shown}:` : '';
  return `${pictures} there under two labels, one of which is wrong: mend or leave out.${first}`;
}

function copyWords(copies: number, shared: number, held: number): string {
  if (copies === 0) return 'All pictures differ from each other.';
  const words = copies === 1 ? '1 picture is' : `${count(copies)} pictures are`;
  const both =
    shared === 0
      ? 'none of them is on both sides of the split'
      : `${count(shared)} of ${count(held)} held-back samples have one that is trained on`;
  return `${words} a copy of another; ${both}.`;
}
