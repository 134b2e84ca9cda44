import type { OpenList, SampleList } from '../../../state/analytics/sample-list.js';
import type { ScoredViewProps } from '../scores/scored-view-props.js';
import { CellView } from './cell-view.js';
import { SampleView } from './sample-view.js';

export interface ListViewProps extends ScoredViewProps {
  samples: SampleList;
  list: OpenList;
}

/** What lies over the view that opened it: the pictures of a list, or one of them. */
export function ListOrSample(props: ListViewProps) {
  return props.list.layer === 'list' ? <CellView {...props} /> : <SampleView {...props} />;
}
