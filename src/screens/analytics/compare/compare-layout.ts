interface Size {
  width: number;
  height: number;
}

/** Cells of everything on the comparison; together they fill it. */
export interface CompareLayout {
  verdict: Size;
  digits: Size;
  /** The pictures that decide. */
  pictures: Size;
  /** Undefined where it takes the place of the pictures. */
  settings: Size | undefined;
}

/** Seven rows of figures and a border. */
const verdictHeight = 9;
/** Six settings, the heads, and a border. */
const settingsHeight = 9;
/** From this height on the settings stand below the pictures. */
const roomyHeight = 34;

/** @param area what the frame of Analytics leaves, 80x21 or more */
export function compareLayout({ width, height }: Size): CompareLayout {
  // Three pictures beside each other find room at the right of 80 cells.
  const left = Math.min(50, Math.max(35, Math.round(width * 0.38)));
  const right = width - left;
  const below = height >= roomyHeight ? settingsHeight : 0;
  return {
    verdict: { width: left, height: verdictHeight },
    digits: { width: left, height: height - verdictHeight },
    pictures: { width: right, height: height - below },
    settings: below > 0 ? { width: right, height: below } : undefined,
  };
}
