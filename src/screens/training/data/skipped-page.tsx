import { useEffect } from 'react';
import { useStore } from 'zustand';
import { Panel, panelInner } from '../../../ui/components/panel.js';
import { rowWindow } from '../../../ui/components/row-window.js';
import { Rows } from '../../../ui/components/rows.js';
import { count } from '../../../ui/format.js';
import { useKeys } from '../../../ui/keys/use-keys.js';
import { type RowLike, span } from '../../../ui/rows.js';
import { useNotice, useTerminal } from '../../../ui/terminal/terminal-context.js';
import type { ListPageProps } from './samples-page.js';
import { skippedDetail, skippedRow } from './skipped-rows.js';

/** Rows of the one that is looked at: why, and its whole path. */
const detailHeight = 4;

/** What was left out and why, a row a file; the one that is looked at is told in full below. */
export function SkippedPage({ data, ...frame }: ListPageProps) {
  const { glyphs } = useTerminal();
  const notice = useNotice();
  const list = data.skipped;
  const { version, count: total, place, items, problem } = useStore(list.store);
  const inner = panelInner(frame);
  const height = Math.max(1, inner.height - detailHeight - 1);
  const { from, to } = rowWindow({ count: total, place, height });
  useEffect(() => {
    if (version > 0) void list.want(from, to + height);
  }, [list, version, from, to, height]);

  const save = async () => {
    const saved = await data.saveSkipped(new Date());
    if ('file' in saved) notice(`saved as ${saved.file}`, 'good');
    else notice(saved.problem, 'bad');
  };
  const move = (places: number) => () => list.move(places);
  useKeys(
    'training-data',
    {
      'save-skipped': () => void save(),
      'go-up': move(-1),
      'go-down': move(1),
      'previous-page': move(-height),
      'next-page': move(height),
      'go-first': () => list.moveTo(0),
      'go-last': () => list.moveTo(total - 1),
    },
    { availability: { 'save-skipped': total > 0 ? true : 'nothing was left out' } },
  );
  const rows: RowLike[] = Array.from({ length: to - from }, (_, index) => {
    const at = from + index;
    return skippedRow(items.get(at), at === place ? 'selected' : 'plain', {
      width: inner.width,
      glyphs,
    });
  });
  const detail = problem
    ? [[span(`${glyphs.cross} ${problem}`, 'bad')]]
    : skippedDetail(items.get(place), { width: inner.width, height: detailHeight });
  const nothing = [[span(`${glyphs.check} nothing was left out`, 'good')]];
  const note = total === 0 ? '' : `${count(place + 1)} of ${count(total)}`;
  return (
    <Panel title="Left out" note={[span(note, 'dim')]} tone="accent" {...frame}>
      <Rows rows={total === 0 ? nothing : rows} width={inner.width} height={height} />
      <Rows rows={['', ...detail]} width={inner.width} height={detailHeight + 1} />
    </Panel>
  );
}
