import type { NearestAnswer } from '../../../host/protocol.js';
import type { Asked } from '../../../state/analytics/latest.js';
import { count } from '../../../ui/format.js';
import { type Row, span } from '../../../ui/rows.js';

/** What stands above the nearest training samples. */
export function nearestHeading(nearest: Asked<NearestAnswer>): string {
  switch (nearest.status) {
    case 'none':
      return '';
    case 'working': {
      const { progress } = nearest;
      if (!progress || progress.total === 0) return 'looking through the training samples';
      return `reading training samples: ${count(progress.done)} of ${count(progress.total)}`;
    }
    case 'failed':
      return 'its nearest training samples are not known:';
    case 'ready': {
      const { neighbours, searched, source } = nearest.value;
      if (neighbours.length === 0) return `there are no training samples in ${source}`;
      return `below: nearest of ${count(searched)} training samples`;
    }
  }
}

/** `4 at 5.21`, in another tone where its label is another than the sample's. */
export function neighbourCaption(
  { label, distance }: Pick<NearestAnswer['neighbours'][number], 'label' | 'distance'>,
  sampleLabel: number,
): Row {
  const where = distance === 0 ? ' the same' : ` at ${distance.toFixed(2)}`;
  return [span(String(label), label === sampleLabel ? 'good' : 'bad'), span(where)];
}
