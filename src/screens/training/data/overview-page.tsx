import { Box } from 'ink';
import type { DataSummary } from '../../../host/protocol.js';
import { RowsPanel } from '../../../ui/components/rows-panel.js';
import { useTerminal } from '../../../ui/terminal/terminal-context.js';
import { warningRows } from '../data-rows.js';
import { distributionRows } from './distribution-rows.js';
import { factRows } from './fact-rows.js';

export interface DataPageProps {
  summary: DataSummary;
  width: number;
  height: number;
}

/** Ten digits, their head and their sum, in a border. */
const distributionHeight = 14;
/** Of the distribution at least: a bar and four columns of figures. */
const leastWidth = 50;

/** What a person should know on top; the digits and both sides of the split; where the samples are from. */
export function OverviewPage({ summary, width, height }: DataPageProps) {
  const { glyphs } = useTerminal();
  const { warnings } = summary;
  const all = warningRows(warnings, { width: width - 4, height: Number.MAX_SAFE_INTEGER, glyphs });
  const room = Math.max(3, height - distributionHeight);
  const top = warnings.length === 0 ? 0 : Math.min(room, all.length + 2);
  const below = height - top;
  const left = Math.max(leastWidth, Math.round(width * 0.58));
  return (
    <Box flexDirection="column">
      {top > 0 && (
        <RowsPanel title="Before you train" tone="warning" width={width} height={top}>
          {(inner) => warningRows(warnings, { ...inner, glyphs })}
        </RowsPanel>
      )}
      <Box>
        <RowsPanel title="Digits" tone="accent" width={left} height={below}>
          {(inner) => distributionRows(summary, { width: inner.width, glyphs })}
        </RowsPanel>
        <RowsPanel title="Where from" width={width - left} height={below}>
          {(inner) => factRows(summary, inner.width)}
        </RowsPanel>
      </Box>
    </Box>
  );
}
