import type { DataSummary } from '../../../host/protocol.js';
import { Panel, panelInner } from '../../../ui/components/panel.js';
import { Rows } from '../../../ui/components/rows.js';
import { span } from '../../../ui/rows.js';
import { useTerminal } from '../../../ui/terminal/terminal-context.js';
import { duplicateRows } from './duplicate-rows.js';
import { shortOrigin } from './origin-words.js';
import { SampleMosaic } from './sample-mosaic.js';
import type { ListPageProps } from './samples-page.js';
import { useListPage } from './use-list-page.js';

export interface DuplicatesPageProps extends ListPageProps {
  summary: DataSummary;
}

/** Samples of the same pixels: what they mean, and those that are not said to be the same digit. */
export function DuplicatesPage({ data, summary, ...frame }: DuplicatesPageProps) {
  const { glyphs } = useTerminal();
  const inner = panelInner(frame);
  const words = [...duplicateRows(summary, { width: inner.width, glyphs }), ''];
  const room = { width: inner.width, height: inner.height - words.length };
  const page = useListPage(data, data.twins, room);
  const isWrong = summary.duplicates.acrossClasses > 0;
  return (
    <Panel title="Duplicates" tone={isWrong ? 'bad' : 'accent'} {...frame}>
      <Rows rows={words} width={inner.width} />
      <SampleMosaic
        data={data}
        list={data.twins}
        page={page}
        sampleOf={({ sample }) => sample}
        captionOf={({ group, sample }) => [
          span(`${group}: `, 'dim'),
          span(`${sample.label} `, 'strong'),
          span(shortOrigin(sample), 'dim'),
        ]}
        {...room}
      />
    </Panel>
  );
}
