import type { Availability } from '../../../ui/keys/keys.js';
import { useKeys } from '../../../ui/keys/use-keys.js';
import { AnalyticsFrame } from '../analytics-frame.js';
import { LayersPage } from './layers-page.js';
import type { ListViewProps } from './list-view-props.js';
import { SamplePage } from './sample-page.js';
import { useSample } from './use-sample.js';
import { WhyPage } from './why-page.js';

/** One sample large, in one of three ways. */
export function SampleView(props: ListViewProps) {
  const { analytics, status, scores, samples: store, list } = props;
  const looked = useSample(scores, store, list);
  const { layer, place, indices } = list;
  const toggle = (wanted: 'why' | 'layers') => () =>
    store.show(layer === wanted ? 'sample' : wanted);
  const availability: Availability = {
    'next-sample': place < indices.length - 1 ? true : 'this is the last one',
    'previous-sample': place > 0 ? true : 'this is the first one',
    ...(layer !== 'layers' && withoutLayers),
  };
  useKeys(
    'analytics-sample',
    {
      'next-sample': () => store.move(1),
      'previous-sample': () => store.move(-1),
      'show-why': toggle('why'),
      'show-layers': toggle('layers'),
      back: () => store.back(),
    },
    { availability },
  );
  const page = looked && { looked, samples: store, list };
  return (
    <AnalyticsFrame
      analytics={analytics}
      place="analytics-sample"
      availability={availability}
      status={status}
    >
      {page && layer === 'sample' && <SamplePage {...page} />}
      {page && layer === 'why' && <WhyPage {...page} />}
      {page && layer === 'layers' && <LayersPage {...page} />}
    </AnalyticsFrame>
  );
}

const closed = 'v shows what the layers see; then it turns to others';
const withoutLayers: Availability = {
  'next-layer': closed,
  'previous-layer': closed,
  'next-channels': closed,
  'previous-channels': closed,
};
