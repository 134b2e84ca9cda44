import type { OpenList, SampleList } from '../../../state/analytics/sample-list.js';
import type { ScoredViewProps } from '../scores/scored-view-props.js';

export interface ListViewProps extends ScoredViewProps {
  samples: SampleList;
  list: OpenList;
}
