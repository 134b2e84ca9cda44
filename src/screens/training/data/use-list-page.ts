import { useEffect } from 'react';
import { useStore } from 'zustand';
import type { DataLook } from '../../../state/training-data/data-look.js';
import type { PagedList } from '../../../state/training-data/paged-list.js';
import type { Availability } from '../../../ui/keys/keys.js';
import { useKeys } from '../../../ui/keys/use-keys.js';
import type { MosaicLayout } from '../../analytics/samples/mosaic-layout.js';
import { mosaicLayout, pageSize, pageStart } from '../../analytics/samples/mosaic-layout.js';

export interface ListPage<Item> {
  layout: MosaicLayout;
  /** Pixels of a picture as it is drawn. */
  side: number;
  /** Places of the list that are on the page: from the first, before the last. */
  from: number;
  to: number;
  count: number;
  /** The one that is looked at. */
  place: number;
  items: readonly (Item | undefined)[];
  problem?: string;
}

/** A page of pictures of a list, its keys, and the loading of what it shows and of the page after it. */
export function useListPage<Item>(
  data: DataLook,
  list: PagedList<Item>,
  room: { width: number; height: number },
): ListPage<Item> {
  const { version, count, place, items, problem } = useStore(list.store);
  const { pictures } = useStore(data.store);
  const side = pictures === 'full' ? 28 : 14;
  const layout = mosaicLayout({ ...room, side });
  const size = pageSize(layout);
  const from = pageStart(place, layout);
  const to = Math.min(count, from + size);
  useEffect(() => {
    if (version === 0) return;
    // What was not loaded is asked for again as soon as one goes on.
    void list.want(from, Math.max(to, place)).then(() => list.want(to, to + size));
  }, [list, version, from, to, size, place]);

  const move = (places: number) => () => list.move(places);
  useKeys(
    'training-data',
    {
      'open-original': () => data.openSample(),
      'toggle-size': () => data.showPictures(pictures === 'full' ? 'half' : 'full'),
      'go-left': move(-1),
      'go-right': move(1),
      'go-up': move(-layout.columns),
      'go-down': move(layout.columns),
      'previous-page': move(-size),
      'next-page': move(size),
      'go-first': () => list.moveTo(0),
      'go-last': () => list.moveTo(count - 1),
    },
    { availability: listAvailability(count) },
  );
  const places = Array.from({ length: Math.max(0, to - from) }, (_, index) => from + index);
  const shown = places.map((at) => items.get(at));
  return { layout, side, from, to, count, place, items: shown, problem };
}

/** What the keys of a list of pictures can do. @param count of its pictures */
export function listAvailability(count: number): Availability {
  const none = count === 0 ? 'there is no picture here' : true;
  return { 'open-original': none, 'next-page': none, 'previous-page': none };
}
