import { CellView } from './cell-view.js';
import type { ListViewProps } from './list-view-props.js';
import { SampleView } from './sample-view.js';

/** What lies over the view that opened it: the pictures of a list, or one of them. */
export function ListOrSample(props: ListViewProps) {
  return props.list.layer === 'list' ? <CellView {...props} /> : <SampleView {...props} />;
}
