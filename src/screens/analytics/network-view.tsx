import { Box } from 'ink';
import { useStore } from 'zustand';
import { digitNetwork, type Network } from '../../model/network.js';
import { countParameters } from '../../model/parameters.js';
import type { MeasureState } from '../../state/analytics/measuring.js';
import type { Subject } from '../../state/analytics/subject.js';
import { Rows } from '../../ui/components/rows.js';
import { RowsPanel } from '../../ui/components/rows-panel.js';
import { count } from '../../ui/format.js';
import type { Availability } from '../../ui/keys/keys.js';
import { useKeys } from '../../ui/keys/use-keys.js';
import type { Row } from '../../ui/rows.js';
import { useTerminal } from '../../ui/terminal/terminal-context.js';
import { layerRows, totalRows } from '../about/network-rows.js';
import { AnalyticsFrame, useViewArea } from './analytics-frame.js';
import { memoryFigures, memoryLine, memoryRows } from './memory-rows.js';
import { networkLayout } from './network-layout.js';
import { timeLines, timeRows } from './time-rows.js';
import { useReport } from './use-report.js';
import type { ViewProps } from './view.js';

/** What the network is made of, and what it costs to read with it. */
export function NetworkView({ analytics, status, onBack }: ViewProps) {
  const { measuring } = analytics;
  const { subject } = useStore(analytics.store);
  const measured = useStore(measuring.store);
  const report = useReport(analytics);
  const availability: Availability = {
    measure: whyNotMeasured(subject, measured) ?? true,
    'write-report': report.availability,
  };
  useKeys(
    'analytics-network',
    {
      measure: () => {
        if (subject?.weights) void measuring.measure(subject.weights);
      },
      'write-report': report.write,
      back: () => {
        if (report.back() === 'used') return;
        if (measured.status === 'measuring') measuring.clear();
        else onBack();
      },
    },
    { availability },
  );
  return (
    <AnalyticsFrame
      analytics={analytics}
      place="analytics-network"
      availability={availability}
      status={status}
    >
      {subject && <NetworkBody subject={subject} measured={measured} told={report.row} />}
    </AnalyticsFrame>
  );
}

function whyNotMeasured(subject: Subject | undefined, measured: MeasureState): string | undefined {
  if (measured.status === 'measuring') return 'it is being measured: Esc gives it up';
  return subject?.weights ? undefined : 'this run has no weights to measure with';
}

interface NetworkBodyProps {
  subject: Subject;
  measured: MeasureState;
  /** What is told in the last row. */
  told: Row | undefined;
}

function NetworkBody({ subject, measured, told }: NetworkBodyProps) {
  const { glyphs } = useTerminal();
  const { width, height } = useViewArea();
  const { table, costs } = networkLayout({ width, height: told ? height - 1 : height });
  const { network = digitNetwork } = subject;
  const memory = memoryFigures(network, subject, measured);
  const hasTotals = costs.kind === 'panels';
  return (
    <Box flexDirection="column">
      <RowsPanel title={network.name} note={hasTotals ? '' : totalsNote(network)} {...table}>
        {({ width }) => [
          ...layerRows(network, { width, glyphs }),
          ...(hasTotals ? totalRows(network, width) : []),
        ]}
      </RowsPanel>
      {costs.kind === 'lines' ? (
        <Rows
          rows={[memoryLine(memory), ...timeLines(measured, { width: costs.lines.width, glyphs })]}
          {...costs.lines}
        />
      ) : (
        <Box>
          <RowsPanel title="Memory" {...costs.memory}>
            {({ width }) => memoryRows(memory, width)}
          </RowsPanel>
          <RowsPanel title="Reading time" {...costs.time}>
            {(inner) => timeRows(measured, { ...inner, glyphs })}
          </RowsPanel>
        </Box>
      )}
      {told && <Rows rows={[told]} width={width} />}
    </Box>
  );
}

function totalsNote(network: Network): string {
  const { total, trainable } = countParameters(network);
  return `${count(total)} parameters: ${count(trainable)} trainable, ${count(total - trainable)} not`;
}
