import type { DOMElement } from 'ink';
import { composeRows } from './compose.js';
import type { TerminalSize } from './size.js';

/**
 * What the components have drawn, as painted lines of their elements. Ink lays the elements out; it does not see the
 * lines: it would take each of them apart and put it together again for every frame, which costs ten times as much
 * as all the rest, and it would keep every text that it has measured.
 */
export class Canvas {
  readonly #lines = new WeakMap<DOMElement, readonly string[]>();
  readonly #onFrame: () => void;
  #isTold = false;
  #root: DOMElement | undefined;
  #base = '';

  /** @param onFrame called when there is something new to show, once for all that changes together */
  constructor(onFrame: () => void) {
    this.#onFrame = onFrame;
  }

  draw(element: DOMElement, lines: readonly string[]): void {
    if (this.#lines.get(element) === lines) return;
    this.#lines.set(element, lines);
    this.#root ??= rootOf(element);
    this.#tell();
  }

  /** Takes what ink itself has drawn: it has laid everything out anew. */
  takeBase(frame: string): void {
    this.#base = frame;
    this.#tell();
  }

  /** The frame as it is now. */
  compose(size: TerminalSize): string {
    return composeRows(this.#root, this.#lines, this.#base, size).join('\n');
  }

  /** Ink tells of a layout before the components that are new in it have drawn: a microtask later they have. */
  #tell(): void {
    if (this.#isTold) return;
    this.#isTold = true;
    queueMicrotask(() => {
      this.#isTold = false;
      this.#onFrame();
    });
  }
}

function rootOf(element: DOMElement): DOMElement {
  let root = element;
  while (root.parentNode) root = root.parentNode;
  return root;
}
