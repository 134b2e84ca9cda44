import { Box } from 'ink';
import { useMemo } from 'react';
import { useStore } from 'zustand';
import { type CoveragePoint, coverageAt } from '../../../core/analysis/coverage.js';
import type { ScoreResults } from '../../../state/analytics/scores-store.js';
import { Panel, panelInner } from '../../../ui/components/panel.js';
import { Rows } from '../../../ui/components/rows.js';
import { useKeys } from '../../../ui/keys/use-keys.js';
import { span } from '../../../ui/rows.js';
import { useTerminal } from '../../../ui/terminal/terminal-context.js';
import { useViewArea } from '../analytics-frame.js';
import { ListOrSample } from '../samples/list-or-sample.js';
import { ScoredFrame } from '../scores/scored-frame.js';
import type { ScoredViewProps } from '../scores/scored-view-props.js';
import { sourceTitle } from '../scores/source-title.js';
import { calibrationFigures, thresholdWords } from './calibration-words.js';
import { coverageRows } from './coverage-rows.js';
import { reliabilityRows } from './reliability-rows.js';
import { nextThreshold } from './thresholds.js';

const needAnswers = ['open-unserved', 'raise-threshold', 'lower-threshold'] as const;

/** How far confidence can be taken at its word, and what it costs to hold the less sure answers back. */
export function CalibrationView(props: ScoredViewProps) {
  const { scores } = props;
  const { scoring: store, unserved } = scores;
  const { scoring, threshold } = useStore(store.store);
  const { list } = useStore(unserved.store);
  const scored = scoring.status === 'ready' ? scoring.scored : undefined;
  const at = useMemo(() => scored && coverageAt(scored, threshold), [scored, threshold]);
  const isServed = at && at.wrong === 0 && at.kept === scored?.count;
  const availability = {
    'open-unserved': isServed ? 'nothing is held back or wrong here' : (true as const),
    'raise-threshold':
      nextThreshold(threshold, 1) === threshold ? 'it cannot be stricter' : (true as const),
    'lower-threshold': threshold === 0 ? 'everything is answered already' : (true as const),
  };
  const withoutAnswers = Object.fromEntries(
    needAnswers.map((action) => [action, 'nothing is scored yet']),
  );
  const move = (direction: 1 | -1) => () => store.setThreshold(nextThreshold(threshold, direction));
  useKeys(
    'analytics-calibration',
    {
      'open-unserved': () => unserved.open({ kind: 'unserved', threshold }),
      'raise-threshold': move(1),
      'lower-threshold': move(-1),
    },
    { availability: scored ? availability : withoutAnswers, isActive: list === undefined },
  );
  if (list) return <ListOrSample {...props} samples={unserved} list={list} />;
  return (
    <ScoredFrame
      {...props}
      place="analytics-calibration"
      needAnswers={needAnswers}
      availability={availability}
    >
      {(results) => (
        <CalibrationPanels results={results} at={at ?? coverageAt(results.scored, threshold)} />
      )}
    </ScoredFrame>
  );
}

interface CalibrationPanelsProps {
  results: ScoreResults;
  /** What the threshold keeps. */
  at: CoveragePoint;
}

/** A head, ten bins and the border. */
const reliabilityHeight = 13;

function CalibrationPanels({ results, at }: CalibrationPanelsProps) {
  const { scored, calibration, coverage } = results;
  const { glyphs } = useTerminal();
  const area = useViewArea();
  const figures = { width: Math.min(40, Math.floor(area.width * 0.34)), height: reliabilityHeight };
  const reliability = { width: area.width - figures.width, height: reliabilityHeight };
  const chart = { width: area.width, height: area.height - reliabilityHeight - 1 };
  const inner = {
    figures: panelInner(figures),
    reliability: panelInner(reliability),
    chart: panelInner(chart),
  };
  return (
    <>
      <Box height={reliabilityHeight}>
        <Panel
          title="Confidence against accuracy"
          note={[span(sourceTitle(scored, reliability.width - 35, glyphs.ellipsis), 'dim')]}
          {...reliability}
        >
          <Rows
            rows={reliabilityRows(calibration, { width: inner.reliability.width, glyphs })}
            {...inner.reliability}
          />
        </Panel>
        <Panel title="Calibration" {...figures}>
          <Rows rows={calibrationFigures(calibration, inner.figures.width)} {...inner.figures} />
        </Panel>
      </Box>
      <Rows
        rows={[[' ', ...thresholdWords(at, scored.count, area.width - 1)]]}
        width={area.width}
      />
      <Panel
        title="Accuracy over the share that is answered"
        note={[span('the line is the threshold', 'dim')]}
        tone="accent"
        {...chart}
      >
        <Rows rows={coverageRows(coverage, at, { ...inner.chart, glyphs })} {...inner.chart} />
      </Panel>
    </>
  );
}
