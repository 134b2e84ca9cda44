import { cellWidth, printable } from '../cells.js';
import { isLetter } from '../keys/key-names.js';
import type { Row } from '../rows.js';
import { fitRow, span } from '../rows.js';

/** A line of text and where the cursor stands in it: before the character of that number. */
export interface EditState {
  readonly value: string;
  /** 0 to the number of characters (code points). */
  readonly cursor: number;
}

/** What a key (a name of `keyName`) makes of the line; the same state when the key means nothing here. */
export function pressKey(state: EditState, name: string): EditState {
  const { value, cursor } = state;
  const characters = [...value];
  switch (name) {
    case 'left':
      return { value, cursor: Math.max(0, cursor - 1) };
    case 'right':
      return { value, cursor: Math.min(characters.length, cursor + 1) };
    case 'home':
    case 'ctrl+a':
      return { value, cursor: 0 };
    case 'end':
    case 'ctrl+e':
      return { value, cursor: characters.length };
    case 'backspace':
      return cursor === 0 ? state : replace(characters, cursor - 1, cursor, '');
    case 'ctrl+d':
      return replace(characters, cursor, cursor + 1, '');
    case 'ctrl+u':
      return replace(characters, 0, cursor, '');
    case 'ctrl+k':
      return replace(characters, cursor, characters.length, '');
    case 'space':
      return insertText(state, ' ');
    default:
      return isLetter(name) ? insertText(state, name) : state;
  }
}

/** The line with `text` at the cursor; line breaks become spaces. */
export function insertText({ value, cursor }: EditState, text: string): EditState {
  return replace([...value], cursor, cursor, printable(text.trim() === '' ? text : text.trimEnd()));
}

/** The line in exactly `width` cells around the cursor, which is inverse. */
export function editRow({ value, cursor }: EditState, width: number): Row {
  const characters = [...printable(value)];
  let from = 0;
  const room = Math.max(1, width - 1);
  while (from < cursor && cellWidth(characters.slice(from, cursor).join('')) > room) from += 1;
  const before = characters.slice(from, cursor).join('');
  const under = characters[cursor] ?? ' ';
  const rest = characters.slice(cursor + 1).join('');
  return fitRow([before, span(under, 'selected'), rest], width);
}

function replace(characters: string[], from: number, to: number, text: string): EditState {
  const value = [...characters.slice(0, from), text, ...characters.slice(to)].join('');
  return { value, cursor: from + [...text].length };
}
