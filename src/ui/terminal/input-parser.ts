import { type Answer, readAnswer } from './answers.js';
import { type MouseEvent, readMouseReport } from './mouse-reports.js';
import { firstSequence, isNoKey } from './sequences.js';

/** What a terminal sends, told apart. `key` is one key press as ink understands it. */
export type InputEvent =
  | { type: 'key'; sequence: string }
  | { type: 'paste'; text: string }
  | { type: 'mouse'; event: MouseEvent }
  | { type: 'answer'; answer: Answer };

const pasteStart = '\u001b[200~';
const pasteEnd = '\u001b[201~';

// Longer pastes are cut into pieces of this size, so that a terminal that never ends one cannot fill the memory.
const pasteLimit = 1_000_000;

/**
 * Splits the text of a terminal into key presses, pastes, mouse reports and answers, over chunks of any length.
 * Reports that nobody asked for are dropped: they would be typed. An escape sequence that has only begun waits for
 * its rest; `flush` ends the waiting when none comes.
 */
export class InputParser {
  #pending = '';
  #pasted: string | undefined;

  /** What has begun and not ended; a lone Escape looks like the start of a sequence. */
  get waitingFor(): 'nothing' | 'sequence' | 'report' | 'paste' {
    if (this.#pasted !== undefined) return 'paste';
    if (this.#pending === '') return 'nothing';
    return isNoKey(this.#pending) ? 'report' : 'sequence';
  }

  push(chunk: string): InputEvent[] {
    this.#pending += chunk;
    const events: InputEvent[] = [];
    for (;;) {
      const event = this.#pasted === undefined ? this.#takeSequence() : this.#takePaste();
      if (event === 'incomplete') return events;
      if (event) events.push(event);
    }
  }

  /** What waits, as it is, for its rest did not come; half a report is nothing. */
  flush(): InputEvent[] {
    const waiting = this.waitingFor;
    const text = (this.#pasted ?? '') + this.#pending;
    this.#pasted = undefined;
    this.#pending = '';
    if (waiting === 'paste') return [{ type: 'paste', text }];
    return waiting === 'sequence' ? [{ type: 'key', sequence: text }] : [];
  }

  #takeSequence(): InputEvent | undefined | 'incomplete' {
    const first = firstSequence(this.#pending);
    if (first === 'incomplete') return first;
    const sequence = this.#pending.slice(0, first.length);
    this.#pending = this.#pending.slice(first.length);
    if (first.kind === 'key') return { type: 'key', sequence };
    if (sequence === pasteStart) this.#pasted = '';
    return first.kind === 'broken string' ? undefined : readReport(sequence);
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

function readReport(sequence: string): InputEvent | undefined {
  const event = readMouseReport(sequence);
  if (event) return { type: 'mouse', event };
  const answer = readAnswer(sequence);
  return answer && { type: 'answer', answer };
}
