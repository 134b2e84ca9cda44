import type { ScreenName } from '../keys.js';
import { screenTabs } from '../keys.js';
import type { Row, RowLike } from '../rows.js';
import { fitRow, rowWidth, span, toRow } from '../rows.js';

export interface TabsOptions {
  screen: ScreenName;
  /** What stands at the right end, where there is room for it. */
  status?: RowLike;
  width: number;
}

/** ` Digitscope   1 Home  2 Training …`: the open screen is inverse and strong, and its number is its key. */
export function tabsRow({ screen, status = '', width }: TabsOptions): Row {
  const tabs = screenTabs.flatMap(({ name, key, title }) => [
    name === screen ? span(` ${key} ${title} `, 'selected') : span(` ${key} ${title} `),
  ]);
  const left = [span(' Digitscope  ', 'accent'), ...tabs];
  const gap = width - rowWidth(left) - rowWidth(status) - 1;
  const right = rowWidth(status) > 0 && gap >= 2 ? [span(' '.repeat(gap)), ...toRow(status)] : [];
  return fitRow([...left, ...right], width);
}
