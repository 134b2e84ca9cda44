import type { FileBrowserState } from '../../state/file-browser-state.js';
import type { Glyphs } from '../../ui/glyphs.js';
import type { Row } from '../../ui/rows.js';
import { span } from '../../ui/rows.js';
import { shortPath } from './file-names.js';
import { type ListWindow, windowWith } from './list-window.js';

type Places = Pick<FileBrowserState, 'places' | 'folder'>;

interface PlaceOptions {
  window: ListWindow;
  width: number;
  glyphs: Glyphs;
  home: string;
}

/** The places that find room, the one where the person is among them. */
export function placeWindow({ places, folder }: Places, height: number): ListWindow {
  const at = Math.max(
    0,
    places.findIndex((place) => place.folder === folder),
  );
  return windowWith(at, 0, { count: places.length, height });
}

/** Places to go to, the one where the person is marked. */
export function placeRows(
  { places, folder }: Places,
  { window, width, glyphs, home }: PlaceOptions,
): Row[] {
  return places.slice(window.from, window.to).map(({ name, folder: target }) => {
    const isHere = target === folder;
    const shown = shortPath(name, { width: width - 2, home, ellipsis: glyphs.ellipsis });
    return [
      span(isHere ? `${glyphs.pointer} ` : '  ', 'accent'),
      span(shown, isHere ? 'strong' : 'plain'),
    ];
  });
}
