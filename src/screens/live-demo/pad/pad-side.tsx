import { Box } from 'ink';
import { useMemo } from 'react';
import { useStore } from 'zustand';
import type { Pad, PadReading, PadState } from '../../../state/live/pad-store.js';
import { DigitGrid } from '../../../ui/components/digit-grid.js';
import { Panel, panelInner } from '../../../ui/components/panel.js';
import { Rows } from '../../../ui/components/rows.js';
import type { Glyphs } from '../../../ui/glyphs.js';
import { joinColumns, type Row, type RowLike, span } from '../../../ui/rows.js';
import { useTerminal } from '../../../ui/terminal/terminal-context.js';
import { wrapWords } from '../../wrap-words.js';
import { digitBars } from './digit-bars.js';
import { ownRow, ownRows } from './own-rows.js';
import { barsPanelHeight, type PadLayout, seenPanel } from './pad-layout.js';
import { verdictRows } from './verdict-rows.js';

export interface PadSideProps {
  pad: Pad;
  layout: PadLayout;
}

/** Beside the canvas: what the network sees, what it says, and what was kept. */
export function PadSide({ pad, layout }: PadSideProps) {
  const state = useStore(pad.store);
  return layout.side === 'panels' ? (
    <SidePanels state={state} layout={layout} />
  ) : (
    <PlainSide state={state} layout={layout} />
  );
}

function SidePanels({ state, layout }: { state: PadState; layout: PadLayout }) {
  const { glyphs } = useTerminal();
  const { sideWidth: width, ownHeight } = layout;
  const bars = { title: 'Answer', width, height: barsPanelHeight };
  const own = { title: 'Yours', width, height: ownHeight };
  const inner = panelInner(bars);
  return (
    <Box flexDirection="column">
      <Panel title="28x28, what it sees" width={width} height={seenPanel.height}>
        <Seen reading={state.reading} width={inner.width} gap={2} />
      </Panel>
      <Panel {...bars} note={[span(answeredBy(state.reading), 'dim')]}>
        <Rows rows={answerBars(state.reading, { ...inner, rows: 10, glyphs })} {...inner} />
      </Panel>
      {ownHeight > 0 && (
        <Panel {...own}>
          <Rows
            rows={ownRows(state.own, { width: panelInner(own).width, glyphs })}
            {...panelInner(own)}
          />
        </Panel>
      )}
    </Box>
  );
}

function PlainSide({ state, layout }: { state: PadState; layout: PadLayout }) {
  const { glyphs } = useTerminal();
  const { sideWidth, barRows: rows } = layout;
  const width = sideWidth - 1;
  const head = joinColumns([
    { row: [span('28x28, what it sees', 'strong')], width: 19 },
    { row: [span(answeredBy(state.reading), 'dim')], width: width - 21, align: 'right' },
  ]);
  const bars = answerBars(state.reading, { width, rows, glyphs });
  return (
    <Box flexDirection="column" marginLeft={1}>
      <Rows rows={[head]} width={width} />
      <Seen reading={state.reading} width={width} gap={1} />
      <Rows rows={['', ...bars, ownRow(state.own)]} width={width} height={rows + 2} />
    </Box>
  );
}

/** The 28x28 and beside it what it is. */
function Seen({ reading, width, gap }: { reading: PadReading; width: number; gap: number }) {
  const { glyphs } = useTerminal();
  const seen = reading.status === 'ready' ? reading.answer.seen.pixels : undefined;
  const pixels = useMemo(
    () => (seen === undefined ? new Uint8Array(28 * 28) : Buffer.from(seen, 'base64')),
    [seen],
  );
  const beside = { width: width - 28 - gap, height: 14 };
  return (
    <Box height={14}>
      <DigitGrid pixels={pixels} />
      <Box marginLeft={gap}>
        <Rows rows={verdictRows(reading, { ...beside, glyphs })} {...beside} />
      </Box>
    </Box>
  );
}

function answeredBy(reading: PadReading): string {
  return reading.status === 'ready' ? reading.answer.name : '';
}

/** The bars, or why there are none. */
function answerBars(
  reading: PadReading,
  { width, rows, glyphs }: { width: number; rows: 5 | 10; glyphs: Glyphs },
): readonly RowLike[] {
  if (reading.status === 'failed') {
    const lines = wrapWords(`${glyphs.cross} ${reading.problem}`, width).slice(0, rows);
    return Array.from({ length: rows }, (_, index): Row => [span(lines[index] ?? '', 'bad')]);
  }
  const probabilities = reading.status === 'ready' ? reading.answer.probabilities : undefined;
  return digitBars({ probabilities, width, rows, glyphs });
}
