import { useStore } from 'zustand';
import type { DataLook } from '../../../state/training-data/data-look.js';
import { Panel, panelInner } from '../../../ui/components/panel.js';
import { Rows } from '../../../ui/components/rows.js';
import { count } from '../../../ui/format.js';
import { span } from '../../../ui/rows.js';
import { useTerminal } from '../../../ui/terminal/terminal-context.js';
import { wrapWords } from '../../wrap-words.js';
import { shortOrigin } from './origin-words.js';
import { SampleMosaic } from './sample-mosaic.js';
import { useListPage } from './use-list-page.js';

export interface ListPageProps {
  data: DataLook;
  width: number;
  height: number;
}

/** The samples of a digit, or of all, in their order, a page at a time. */
export function SamplesPage({ data, ...frame }: ListPageProps) {
  const { glyphs } = useTerminal();
  const { digit } = useStore(data.store);
  const { problem } = useStore(data.samples.store);
  const inner = panelInner(frame);
  const trouble = problem === undefined ? [] : wrapWords(`${glyphs.cross} ${problem}`, inner.width);
  const room = { width: inner.width, height: inner.height - trouble.length };
  const page = useListPage(data, data.samples, room);
  const { from, to } = page;
  const title = digit === undefined ? 'Samples of all digits' : `Samples of ${digit}`;
  const note =
    page.count === 0 ? 'none' : `${count(from + 1)} to ${count(to)} of ${count(page.count)}`;
  return (
    <Panel title={title} note={[span(note, 'dim')]} tone="accent" {...frame}>
      <Rows rows={trouble.map((line) => [span(line, 'bad')])} width={inner.width} />
      <SampleMosaic
        data={data}
        list={data.samples}
        page={page}
        sampleOf={(sample) => sample}
        captionOf={(sample) => [
          span(`${sample.label} `, 'strong'),
          span(shortOrigin(sample), 'dim'),
        ]}
        {...room}
      />
    </Panel>
  );
}
