import type { DataSample } from '../../../host/protocol.js';
import type { DataLook } from '../../../state/training-data/data-look.js';
import type { PagedList } from '../../../state/training-data/paged-list.js';
import type { RowLike } from '../../../ui/rows.js';
import { Mosaic } from '../../analytics/samples/mosaic.js';
import { imageOf } from '../../analytics/samples/use-sample.js';
import type { ListPage } from './use-list-page.js';

export interface SampleMosaicProps<Item> {
  data: DataLook;
  list: PagedList<Item>;
  page: ListPage<Item>;
  sampleOf: (item: Item) => DataSample;
  captionOf: (item: Item) => RowLike;
  width: number;
  height: number;
}

/** The pictures of a page; a click looks at one, a second one opens it. */
export function SampleMosaic<Item>({
  data,
  list,
  page,
  sampleOf,
  captionOf,
  ...room
}: SampleMosaicProps<Item>) {
  const { layout, side, from, place, items } = page;
  const pictures = items.map((item) => ({
    image: item && imageOf(sampleOf(item)),
    caption: item ? captionOf(item) : '',
  }));
  return (
    <Mosaic
      pictures={pictures}
      layout={layout}
      side={side}
      selected={place - from}
      {...room}
      onPress={(pressed) => {
        if (from + pressed === place) data.openSample();
        else list.moveTo(from + pressed);
      }}
    />
  );
}
