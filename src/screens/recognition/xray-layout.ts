interface Size {
  width: number;
  height: number;
}

/** Where the stages of a picture are, in cells: all side by side, or one large beside the picture. */
export type XrayLayout =
  | { kind: 'all'; columns: number; panel: Size; words: number }
  | { kind: 'one'; picture: Size; stage: Size; words: number };

/** A panel in which a picture can still be made out. */
const least = { width: 28, height: 10 };
/** Rows below the panels: the names, what the stage did, and what was found. */
const words = 4;

/** @param stages how many there are */
export function xrayLayout({ width, height }: Size, stages: number): XrayLayout {
  const columns = Math.floor(width / least.width);
  const rows = Math.ceil(stages / Math.max(1, columns));
  const panel = { width: Math.floor(width / columns), height: Math.floor((height - words) / rows) };
  if (columns >= 3 && panel.height >= least.height) {
    return { kind: 'all', columns, panel, words: height - rows * panel.height };
  }
  const picture = Math.floor(width * 0.42);
  return {
    kind: 'one',
    picture: { width: picture, height: height - words },
    stage: { width: width - picture, height: height - words },
    words,
  };
}
