/** What stands first in the text that a terminal has sent. */
export interface Sequence {
  /**
   * A key press; a report or a string, by which the terminal tells something; or a string that has been broken off.
   */
  kind: 'key' | 'report' | 'string' | 'broken string';
  length: number;
}

const escapeByte = '\u001b';

// OSC with its number, a kitty APC, and the answers that come as DCS. Alt with ], _ or P begins alike.
// biome-ignore lint/suspicious/noControlCharactersInRegex: an escape code starts with one.
const stringStart = /^\u001b(\]\d|_G|P[\d>!])/;

// biome-ignore lint/suspicious/noControlCharactersInRegex: an escape code starts with one.
const mayStartString = /^\u001b[\]_P]$/;

// No answer that is asked for is nearly as long; a string that never ends is not to keep the keys after it.
const stringLimit = 1024;

// Mouse, answers (a private parameter comes first), the ends of a paste, and the sizes of the window.
// biome-ignore lint/suspicious/noControlCharactersInRegex: an escape code starts with one.
const report = /^\u001b\[([<=>?]|M|20[01]~|[\d;]+t)/;

// biome-ignore lint/suspicious/noControlCharactersInRegex: an escape code starts with one.
const reportStart = /^\u001b\[[<=>?]/;

/** The first key press, report or string; `incomplete` where its end has not come yet. */
export function firstSequence(text: string): Sequence | 'incomplete' {
  if (stringStart.test(text)) return stringAt(text);
  const length = keyLength(text);
  if (length === 'incomplete') return length;
  return { kind: report.test(text.slice(0, length)) ? 'report' : 'key', length };
}

/** Whether text that is incomplete can only become something that the terminal tells: no key begins like this. */
export function isNoKey(text: string): boolean {
  return stringStart.test(text) || reportStart.test(text);
}

/** A string of ECMA-48, 5.6: printable up to ST, or to the BEL that xterm answers with. */
function stringAt(text: string): Sequence | 'incomplete' {
  for (let index = 2; index < text.length; index += 1) {
    const character = text[index];
    if (character === '\u0007') return { kind: 'string', length: index + 1 };
    if (character === escapeByte) {
      if (index + 1 === text.length) return 'incomplete';
      if (text[index + 1] === '\\') return { kind: 'string', length: index + 2 };
    }
    const isPrintable = character >= ' ' && character !== '\u007f';
    if (!isPrintable || index >= stringLimit) return { kind: 'broken string', length: index };
  }
  return 'incomplete';
}

/** One character, or an escape sequence (ECMA-48, 5.4; SS3 of VT terminals). */
function keyLength(text: string): number | 'incomplete' {
  if (text === '') return 'incomplete';
  if (text[0] !== escapeByte) return characterLength(text, 0);
  if (text.length < 2 || mayStartString.test(text)) return 'incomplete';
  if (text[1] === escapeByte) return alternateLength(text);
  if (text[1] === 'O') return text.length < 3 ? 'incomplete' : 3;
  return text[1] === '[' ? controlLength(text) : 1 + characterLength(text, 1);
}

/** Alt sends an Escape in front of the key's own sequence. */
function alternateLength(text: string): number | 'incomplete' {
  const rest = text.slice(1);
  const next = isNoKey(rest) ? undefined : firstSequence(rest);
  if (next === 'incomplete') return next;
  // Before anything else it was the Escape key itself.
  return next?.kind === 'key' && next.length > 2 ? next.length + 1 : 1;
}

function controlLength(text: string): number | 'incomplete' {
  // The Linux console's function keys are CSI [ A.
  const start = text[2] === '[' ? 3 : 2;
  for (let index = start; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (code >= 0x40 && code <= 0x7e) return x10Length(text, index) ?? index + 1;
    if (code < 0x20 || code > 0x7e) return index;
  }
  return 'incomplete';
}

/** Mouse reports as X10 had them have three more characters after CSI M. */
function x10Length(text: string, final: number): number | 'incomplete' | undefined {
  if (final !== 2 || text[final] !== 'M') return undefined;
  return text.length < 6 ? 'incomplete' : 6;
}

function characterLength(text: string, at: number): number {
  return (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
}
