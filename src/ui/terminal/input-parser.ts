/** What a terminal sends, told apart. `key` is one key press as ink understands it. */
export type InputEvent = { type: 'key'; sequence: string } | { type: 'paste'; text: string };

const escapeByte = '\u001b';
const pasteStart = '\u001b[200~';
const pasteEnd = '\u001b[201~';

// Longer pastes are cut into pieces of this size, so that a terminal that never ends one cannot fill the memory.
const pasteLimit = 1_000_000;

/**
 * Splits the text of a terminal into key presses and pastes, over chunks of any length. Mouse reports are dropped.
 * An escape sequence that has only begun waits for its rest; `flush` gives it out when none comes.
 */
export class InputParser {
  #pending = '';
  #pasted: string | undefined;

  /** What has begun and not ended; a lone Escape looks like the start of a sequence. */
  get waitingFor(): 'nothing' | 'sequence' | 'paste' {
    if (this.#pasted !== undefined) return 'paste';
    return this.#pending === '' ? 'nothing' : 'sequence';
  }

  push(chunk: string): InputEvent[] {
    this.#pending += chunk;
    const events: InputEvent[] = [];
    for (;;) {
      const event = this.#pasted === undefined ? this.#takeKey() : this.#takePaste();
      if (event === 'incomplete') return events;
      if (event) events.push(event);
    }
  }

  /** What waits, as it is: its rest did not come. */
  flush(): InputEvent[] {
    const waiting = this.waitingFor;
    if (waiting === 'nothing') return [];
    const text = (this.#pasted ?? '') + this.#pending;
    this.#pasted = undefined;
    this.#pending = '';
    return [waiting === 'paste' ? { type: 'paste', text } : { type: 'key', sequence: text }];
  }

  #takeKey(): InputEvent | undefined | 'incomplete' {
    const length = sequenceLength(this.#pending);
    if (length === 'incomplete') return 'incomplete';
    const sequence = this.#pending.slice(0, length);
    this.#pending = this.#pending.slice(length);
    if (sequence === pasteStart) {
      this.#pasted = '';
      return undefined;
    }
    if (sequence === pasteEnd || isMouseReport(sequence)) return undefined;
    return { type: 'key', sequence };
  }

  #takePaste(): InputEvent | 'incomplete' {
    const text = (this.#pasted ?? '') + this.#pending;
    const end = text.indexOf(pasteEnd);
    if (end >= 0) {
      this.#pasted = undefined;
      this.#pending = text.slice(end + pasteEnd.length);
      return { type: 'paste', text: text.slice(0, end) };
    }
    if (text.length > pasteLimit) {
      this.#pasted = text.slice(pasteLimit);
      this.#pending = '';
      return { type: 'paste', text: text.slice(0, pasteLimit) };
    }
    this.#pasted = text;
    this.#pending = '';
    return 'incomplete';
  }
}

/** Length of the first key press: one character, or an escape sequence (ECMA-48, 5.4; SS3 of VT terminals). */
function sequenceLength(text: string): number | 'incomplete' {
  if (text === '') return 'incomplete';
  if (text[0] !== escapeByte) return (text.codePointAt(0) ?? 0) > 0xffff ? 2 : 1;
  // Alt sends an Escape in front of the key's own sequence.
  if (text[1] === escapeByte) {
    const rest = sequenceLength(text.slice(1));
    if (rest === 'incomplete') return 'incomplete';
    // Two Escapes and something that is no sequence are two key presses.
    return rest > 2 ? rest + 1 : 1;
  }
  if (text.length < 2) return 'incomplete';
  if (text[1] === 'O') return text.length < 3 ? 'incomplete' : 3;
  if (text[1] !== '[') return 1 + ((text.codePointAt(1) ?? 0) > 0xffff ? 2 : 1);
  // The Linux console's function keys are CSI [ A.
  const start = text[2] === '[' ? 3 : 2;
  for (let index = start; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (code >= 0x40 && code <= 0x7e) return mouseLength(text, index) ?? index + 1;
    if (code < 0x20 || code > 0x7e) return index;
  }
  return 'incomplete';
}

/** X10 mouse reports have three more characters after CSI M. */
function mouseLength(text: string, final: number): number | 'incomplete' | undefined {
  if (final !== 2 || text[final] !== 'M') return undefined;
  return text.length < 6 ? 'incomplete' : 6;
}

function isMouseReport(sequence: string): boolean {
  return sequence.startsWith('\u001b[<') || sequence.startsWith('\u001b[M');
}
