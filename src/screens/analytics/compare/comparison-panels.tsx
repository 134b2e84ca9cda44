import { Box } from 'ink';
import {
  type CommonSamples,
  type Pair,
  whoKnowsSamples,
} from '../../../state/analytics/common-samples.js';
import type { CompareState } from '../../../state/analytics/compare-state.js';
import type { Compare } from '../../../state/analytics/compare-store.js';
import type { Compared } from '../../../state/analytics/compared.js';
import { Panel, panelInner } from '../../../ui/components/panel.js';
import { Rows } from '../../../ui/components/rows.js';
import { type RowLike, span } from '../../../ui/rows.js';
import { useTerminal } from '../../../ui/terminal/terminal-context.js';
import { useViewArea } from '../analytics-frame.js';
import { compareLayout } from './compare-layout.js';
import { DecisivePanel } from './decisive-panel.js';
import { differenceRows } from './difference-rows.js';
import { samplesTitle } from './samples-words.js';
import { settingsRows } from './settings-rows.js';
import { verdictRows } from './verdict-rows.js';

export interface ComparisonPanelsProps {
  compare: Compare;
  pair: Pair;
  samples: CommonSamples;
  state: CompareState;
  compared: Compared;
}

/** Who is better and by what, digit by digit, and the pictures that decide. */
export function ComparisonPanels(props: ComparisonPanelsProps) {
  const { compare, pair, samples, state, compared } = props;
  const { glyphs } = useTerminal();
  const layout = compareLayout(useViewArea());
  const { a, b } = pair;
  const total = compared.labels.length;
  const settings = (frame: { width: number; height: number }, note: RowLike) => (
    <RowsPanel title="Settings that differ" note={note} {...frame}>
      {(width) => settingsRows(pair, { width })}
    </RowsPanel>
  );
  const pictures = (
    <DecisivePanel compare={compare} state={state} compared={compared} {...layout.pictures} />
  );
  const digitsNote = layout.settings ? '' : [span('t', 'accent'), span(' settings', 'dim')];
  const isSettings = state.beside === 'settings' && !layout.settings;
  return (
    <Box>
      <Box flexDirection="column">
        <RowsPanel title={samplesTitle(pair, samples, total)} {...layout.verdict}>
          {(width) =>
            verdictRows({
              a: a.name,
              b: b.name,
              comparison: compared.comparison,
              total,
              fitted: whoKnowsSamples(pair, samples),
              width,
              glyphs,
            })
          }
        </RowsPanel>
        <RowsPanel title="Points, B - A" note={digitsNote} {...layout.digits}>
          {(width) => differenceRows({ digits: compared.digits, width, glyphs })}
        </RowsPanel>
      </Box>
      <Box flexDirection="column">
        {isSettings
          ? settings(layout.pictures, [span('t', 'accent'), span(' pictures', 'dim')])
          : pictures}
        {layout.settings && settings(layout.settings, '')}
      </Box>
    </Box>
  );
}

interface RowsPanelProps {
  title: string;
  note?: RowLike;
  width: number;
  height: number;
  children: (width: number) => readonly RowLike[];
}

function RowsPanel({ children, ...frame }: RowsPanelProps) {
  const inner = panelInner(frame);
  return (
    <Panel {...frame}>
      <Rows rows={children(inner.width)} {...inner} />
    </Panel>
  );
}
