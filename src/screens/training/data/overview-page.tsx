import { Box } from 'ink';
import { useState } from 'react';
import type { DataSummary } from '../../../host/protocol.js';
import { RowsPanel } from '../../../ui/components/rows-panel.js';
import { useKeys } from '../../../ui/keys/use-keys.js';
import { span } from '../../../ui/rows.js';
import { useTerminal } from '../../../ui/terminal/terminal-context.js';
import { scrolled, scrollNote } from '../../about/scroll.js';
import { warningLines } from '../warning-lines.js';
import { distributionRows } from './distribution-rows.js';
import { factRows } from './fact-rows.js';

export interface OverviewPageProps {
  summary: DataSummary;
  width: number;
  height: number;
}

/** Ten digits, their head and their sum, in a border. */
const distributionHeight = 14;
/** Of the distribution at least: a bar and four columns of figures. */
const leastWidth = 50;
/** Cells of a border and the space beside it. */
const frameWidth = 4;
const frameHeight = 2;

/** What a person should know on top; the digits and both sides of the split; where the samples are from. */
export function OverviewPage({ summary, width, height }: OverviewPageProps) {
  const { glyphs } = useTerminal();
  const [from, setFrom] = useState(0);
  const lines = summary.warnings.flatMap((warning) => warningLines(warning, width - frameWidth));
  const room = Math.max(frameHeight + 1, height - distributionHeight);
  const top = lines.length === 0 ? 0 : Math.min(room, lines.length + frameHeight);
  const page = { height: Math.max(0, top - frameHeight), total: lines.length };
  const first = scrolled({ ...page, top: from }, 0);
  const move = (rows: number) => () => setFrom(scrolled({ ...page, top: first }, rows));
  const all = page.total > page.height ? true : 'all of it is on the screen';
  useKeys(
    'training-data',
    { 'go-up': move(-1), 'go-down': move(1) },
    { availability: { 'go-up': all, 'go-down': all } },
  );
  const below = { height: height - top };
  const left = Math.max(leastWidth, Math.round(width * 0.58));
  return (
    <Box flexDirection="column">
      {top > 0 && (
        <RowsPanel
          title="Before you train"
          note={scrollNote({ ...page, top: first }, glyphs)}
          tone="warning"
          width={width}
          height={top}
        >
          {() => lines.slice(first).map((line) => [span(line, 'warning')])}
        </RowsPanel>
      )}
      <Box>
        <RowsPanel title="Digits" tone="accent" width={left} {...below}>
          {(inner) => distributionRows(summary, { width: inner.width, glyphs })}
        </RowsPanel>
        <RowsPanel title="Where from" width={width - left} {...below}>
          {(inner) => factRows(summary, inner.width)}
        </RowsPanel>
      </Box>
    </Box>
  );
}
