import type { DOMElement } from 'ink';
import { type CellPlace, documentOrder, elementArea, isInside } from './element-area.js';
import type { MouseEvent } from './mouse-reports.js';

/** What a part of the screen does with the mouse. Places are cells from its own upper left one, (0, 0). */
export interface MouseHandlers {
  onPress?: (at: CellPlace, event: MouseEvent) => void;
  /** The mouse has moved with its button held since a press on this part, perhaps out of it. */
  onDrag?: (at: CellPlace, event: MouseEvent) => void;
  onRelease?: (at: CellPlace, event: MouseEvent) => void;
  /** -1 up, 1 down. */
  onWheel?: (direction: -1 | 1, at: CellPlace) => void;
}

interface MouseArea {
  readonly element: () => DOMElement | null;
  readonly handlers: () => MouseHandlers;
}

/**
 * Gives each event of the mouse to the part of the screen under it. Of parts that lie over each other the one that is
 * drawn last gets it: what an overlay covers cannot be clicked.
 */
export class MouseHub {
  readonly #areas = new Set<MouseArea>();
  readonly #onUnusedWheel: (direction: -1 | 1) => void;
  #held: MouseArea | undefined;

  /** @param onUnusedWheel called where the part under the mouse does nothing with its wheel */
  constructor(onUnusedWheel: (direction: -1 | 1) => void) {
    this.#onUnusedWheel = onUnusedWheel;
  }

  register(area: MouseArea): () => void {
    this.#areas.add(area);
    return () => {
      this.#areas.delete(area);
      if (this.#held === area) this.#held = undefined;
    };
  }

  emit(event: MouseEvent): void {
    switch (event.kind) {
      case 'press':
        this.#held = this.#areaAt(event);
        this.#call(this.#held, 'onPress', event);
        break;
      case 'drag':
        this.#call(this.#held, 'onDrag', event);
        break;
      case 'release':
        this.#call(this.#held, 'onRelease', event);
        this.#held = undefined;
        break;
      case 'wheel-up':
      case 'wheel-down':
        this.#wheel(event);
    }
  }

  #wheel(event: MouseEvent): void {
    const direction = event.kind === 'wheel-up' ? -1 : 1;
    const area = this.#areaAt(event);
    const handler = area?.handlers().onWheel;
    const at = area && placeIn(area, event);
    if (handler && at) handler(direction, at);
    else this.#onUnusedWheel(direction);
  }

  #call(
    area: MouseArea | undefined,
    handler: 'onPress' | 'onDrag' | 'onRelease',
    event: MouseEvent,
  ): void {
    const at = area && placeIn(area, event);
    if (at) area.handlers()[handler]?.(at, event);
  }

  #areaAt(event: MouseEvent): MouseArea | undefined {
    let top: { area: MouseArea; element: DOMElement } | undefined;
    for (const area of this.#areas) {
      const element = area.element();
      const place = element && elementArea(element);
      if (!place || !isInside(place, event)) continue;
      if (!top || documentOrder(top.element, element) < 0) top = { area, element };
    }
    return top?.area;
  }
}

function placeIn(area: MouseArea, { column, row }: MouseEvent): CellPlace | undefined {
  const element = area.element();
  const place = element && elementArea(element);
  return place ? { column: column - place.column, row: row - place.row } : undefined;
}
