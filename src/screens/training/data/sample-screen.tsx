import { useEffect } from 'react';
import { useStore } from 'zustand';
import type { DataSample } from '../../../host/protocol.js';
import type { DataLook, Twin } from '../../../state/training-data/data-look.js';
import type { PagedList } from '../../../state/training-data/paged-list.js';
import { Frame } from '../../../ui/components/frame.js';
import type { Availability } from '../../../ui/keys/keys.js';
import { useKeys } from '../../../ui/keys/use-keys.js';
import type { RowLike } from '../../../ui/rows.js';
import { useWorkArea } from '../../../ui/terminal/terminal-context.js';
import { SamplePage } from './sample-page.js';

export interface SampleScreenProps {
  data: DataLook;
  status: RowLike;
}

/** One sample of the list of the open page, large; the others are a key away. */
export function SampleScreen({ data, status }: SampleScreenProps) {
  const { page } = useStore(data.store);
  return page === 'duplicates' ? (
    <OneOf data={data} list={data.twins} sampleOf={(twin: Twin) => twin.sample} status={status} />
  ) : (
    <OneOf data={data} list={data.samples} sampleOf={(sample) => sample} status={status} />
  );
}

interface OneOfProps<Item> extends SampleScreenProps {
  list: PagedList<Item>;
  sampleOf: (item: Item) => DataSample;
}

function OneOf<Item>({ data, list, sampleOf, status }: OneOfProps<Item>) {
  const area = useWorkArea();
  const { version, place, count, items } = useStore(list.store);
  const item = items.get(place);
  useEffect(() => {
    if (version > 0) void list.want(place - 1, place + 2);
  }, [list, version, place]);
  const availability: Availability = {
    'next-sample': place < count - 1 ? true : 'this is the last one',
    'previous-sample': place > 0 ? true : 'this is the first one',
  };
  useKeys(
    'training-sample',
    {
      'next-sample': () => list.move(1),
      'previous-sample': () => list.move(-1),
      back: () => data.back(),
    },
    { availability },
  );
  return (
    <Frame screen="training" place="training-sample" availability={availability} status={status}>
      {item !== undefined && <SamplePage data={data} sample={sampleOf(item)} {...area} />}
    </Frame>
  );
}
