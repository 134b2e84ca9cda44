import type { DOMElement } from 'ink';

/** A cell of the screen or of a part of it, (0, 0) the upper left one. */
export interface CellPlace {
  column: number;
  row: number;
}

/** Cells of the screen. */
export interface CellArea extends CellPlace {
  width: number;
  height: number;
}

/** Where an element of ink stands on the screen; undefined while it is not laid out or not displayed. */
export function elementArea(element: DOMElement): CellArea | undefined {
  const area = { column: 0, row: 0, width: 0, height: 0 };
  let node: DOMElement | undefined = element;
  for (; node; node = node.parentNode) {
    const layout = node.yogaNode?.getComputedLayout();
    if (!layout || node.style.display === 'none') return undefined;
    if (node === element) Object.assign(area, { width: layout.width, height: layout.height });
    area.column += layout.left;
    area.row += layout.top;
  }
  return area;
}

export function isInside(area: CellArea, { column, row }: CellPlace): boolean {
  return (
    column >= area.column &&
    column < area.column + area.width &&
    row >= area.row &&
    row < area.row + area.height
  );
}

/** Below 0 where `one` is drawn before `other`, above 0 where it is drawn after it. */
export function documentOrder(one: DOMElement, other: DOMElement): number {
  const [a, b] = [treePath(one), treePath(other)];
  for (let depth = 0; depth < Math.min(a.length, b.length); depth += 1) {
    if (a[depth] !== b[depth]) return a[depth] - b[depth];
  }
  // A box is drawn before what is in it.
  return a.length - b.length;
}

function treePath(element: DOMElement): number[] {
  const path: number[] = [];
  for (let node = element; node.parentNode; node = node.parentNode) {
    path.unshift(node.parentNode.childNodes.indexOf(node));
  }
  return path;
}
