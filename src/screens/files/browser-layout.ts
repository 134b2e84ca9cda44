interface Size {
  width: number;
  height: number;
}

/** Where things are while files are chosen, in cells with their borders. */
export interface BrowserLayout {
  list: Size;
  places: Size;
  preview: Size;
}

/** The line that is typed into, and the line of news. */
const otherRows = 2;
const border = 2;

/**
 * @param area the work area, at least 80 by 22
 * @param placeCount places to go to; those that find no room are scrolled
 */
export function browserLayout({ width, height }: Size, placeCount: number): BrowserLayout {
  const below = height - otherRows;
  const side = width < 110 ? 28 : width < 160 ? 40 : 60;
  // The ten digits of a dataset and their heading want eleven rows.
  const least = 11 + border;
  const placesHeight = Math.max(1, Math.min(placeCount, below - least - border)) + border;
  return {
    list: { width: width - side, height: below },
    places: { width: side, height: placesHeight },
    preview: { width: side, height: below - placesHeight },
  };
}
