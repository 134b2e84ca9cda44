import type { Box } from './grey-image.js';

/** Ink that hangs together. */
export interface Component {
  /** Its number among the labels, from 1. */
  label: number;
  /** Pixels. */
  area: number;
  box: Box;
}

/**
 * Parts a mask into connected components, corners counting as touching.
 *
 * @param mask 1 where there is ink, width × height values
 * @returns for each pixel the label of its component or 0, and the components by label
 */
export function findComponents(
  mask: Uint8Array,
  width: number,
  height: number,
): { labels: Uint32Array; components: Component[] } {
  const labels = new Uint32Array(mask.length);
  const components: Component[] = [];
  const pending = new Uint32Array(mask.length);
  for (let seed = 0; seed < mask.length; seed++) {
    if (mask[seed] === 0 || labels[seed] !== 0) continue;
    components.push(fill(seed, components.length + 1));
  }
  return { labels, components };

  function fill(seed: number, label: number): Component {
    let waiting = 1;
    let area = 0;
    let [left, top, right, bottom] = [width, height, 0, 0];
    pending[0] = seed;
    labels[seed] = label;
    while (waiting > 0) {
      const index = pending[--waiting];
      const x = index % width;
      const y = (index - x) / width;
      area++;
      left = Math.min(left, x);
      right = Math.max(right, x);
      top = Math.min(top, y);
      bottom = Math.max(bottom, y);
      const right1 = x === width - 1 ? x : x + 1;
      const bottom1 = y === height - 1 ? y : y + 1;
      for (let ny = y === 0 ? 0 : y - 1; ny <= bottom1; ny++) {
        for (let nx = x === 0 ? 0 : x - 1; nx <= right1; nx++) {
          const next = ny * width + nx;
          if (mask[next] === 0 || labels[next] !== 0) continue;
          labels[next] = label;
          pending[waiting++] = next;
        }
      }
    }
    return { label, area, box: [left, top, right - left + 1, bottom - top + 1] };
  }
}
