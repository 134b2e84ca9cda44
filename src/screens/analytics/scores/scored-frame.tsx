import { type ReactNode, useEffect } from 'react';
import { useStore } from 'zustand';
import { sourceWords } from '../../../state/analytics/score-sources.js';
import type { ScoreResults } from '../../../state/analytics/scores-store.js';
import { Frame } from '../../../ui/components/frame.js';
import { Rows } from '../../../ui/components/rows.js';
import type { Availability } from '../../../ui/keys/keys.js';
import { useKeys } from '../../../ui/keys/use-keys.js';
import { useTerminal } from '../../../ui/terminal/terminal-context.js';
import { filesAvailability } from '../../files/availability.js';
import { FileBrowserView } from '../../files/file-browser-view.js';
import { AnalyticsFrame, useViewArea } from '../analytics-frame.js';
import type { ScoredViewProps } from './scored-view-props.js';
import { scoringRows } from './scoring-rows.js';
import { SourceChooser } from './source-chooser.js';

export interface ScoredFrameProps extends ScoredViewProps {
  place: 'analytics-scores' | 'analytics-calibration';
  /** Actions that need answers, for the reason why they cannot act without. */
  needAnswers: readonly (keyof Availability)[];
  availability?: Availability;
  children: (results: ScoreResults) => ReactNode;
}

/** A view of answers: scores where there are none yet, and says how far that is, or why there are none. */
export function ScoredFrame({
  analytics,
  scores,
  status,
  onBack,
  place,
  needAnswers,
  availability = {},
  children,
}: ScoredFrameProps) {
  const { scoring: store, browser } = scores;
  const { glyphs } = useTerminal();
  const { width, height } = useViewArea();
  const { subject, subjects } = useStore(analytics.store);
  const { scoring, source, panel } = useStore(store.store);
  const { problem: lost } = useStore(analytics.connection.store);
  const key = JSON.stringify(subject?.weights);
  // biome-ignore lint/correctness/useExhaustiveDependencies: other weights are scored as well.
  useEffect(() => store.ensure(), [store, key]);

  const shared: Availability = {
    ...availability,
    ...(scoring.status !== 'ready' && unscored(needAnswers)),
    ...(!subject?.weights && withoutWeights),
  };
  useKeys(
    place,
    {
      'choose-samples': () => void store.openSources(),
      'score-again': () => void store.scoreAgain(),
      back: () => (scoring.status === 'working' ? store.cancel() : onBack()),
    },
    { availability: shared, isActive: panel !== 'files' },
  );

  if (panel === 'files') {
    const { purpose } = browser;
    return (
      <Frame
        screen="analytics"
        place="files"
        availability={filesAvailability(purpose)}
        status={status}
      >
        <FileBrowserView
          browser={browser}
          onChoose={([chosen]) => chosen !== undefined && store.chooseFolder(chosen)}
          onClose={() => store.closePanel()}
        />
      </Frame>
    );
  }
  const samples = sourceWords(source, subject);
  const rows =
    scoring.status === 'ready'
      ? []
      : scoringRows(scoring, { subjects, subject, lost, samples, width: width - 2, glyphs });
  return (
    <AnalyticsFrame
      analytics={analytics}
      place={place}
      availability={shared}
      status={status}
      over={panel === 'sources' && <SourceChooser scoring={store} />}
    >
      {scoring.status === 'ready' ? (
        children(scoring)
      ) : (
        <Rows rows={['', ...rows].map((row) => [' ', ...row])} width={width} height={height} />
      )}
    </AnalyticsFrame>
  );
}

function unscored(actions: readonly (keyof Availability)[]): Availability {
  return Object.fromEntries(actions.map((action) => [action, 'nothing is scored yet']));
}

const withoutWeights: Availability = {
  'choose-samples': 'there are no weights to score: o chooses another model or run',
  'score-again': 'there are no weights to score: o chooses another model or run',
};
