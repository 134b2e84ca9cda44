import { useEffect } from 'react';
import { useStore } from 'zustand';
import type { CommonSamples, Pair } from '../../../state/analytics/common-samples.js';
import { type CompareState, pairKey } from '../../../state/analytics/compare-state.js';
import type { Compare } from '../../../state/analytics/compare-store.js';
import { Rows } from '../../../ui/components/rows.js';
import { useKeys } from '../../../ui/keys/use-keys.js';
import { useTerminal } from '../../../ui/terminal/terminal-context.js';
import { AnalyticsFrame, useViewArea } from '../analytics-frame.js';
import type { ViewProps } from '../view.js';
import { messageRows, workRows } from '../work-rows.js';
import { CommonChooser, RivalChooser } from './compare-choosers.js';
import { compareLayout } from './compare-layout.js';
import { compareAvailability, whyNoPair, whyNotCompared } from './compare-words.js';
import { ComparisonPanels } from './comparison-panels.js';
import { decisivePage } from './decisive-panel.js';
import { DecisivePicture } from './decisive-picture.js';
import { samplesWords } from './samples-words.js';

export interface CompareViewProps extends ViewProps {
  compare: Compare;
}

/** The subject against a second model or run, on the same samples. */
export function CompareView({ analytics, compare, status, onBack }: CompareViewProps) {
  const { subject, subjects } = useStore(analytics.store);
  const state = useStore(compare.store);
  const area = useViewArea();
  const { pair, samples } = compare;
  const key = pairKey(pair, samples);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another pair, or other samples, are compared as well.
  useEffect(() => compare.ensure(), [compare, key]);

  const availability = compareAvailability(state, { subjects, pair });
  const { layout, page } = decisivePage(compareLayout(area).pictures);
  const isLarge = state.layer === 'picture';
  const move = (places: number) => () => compare.move(places);
  useKeys(
    'analytics-compare',
    {
      'choose-rival': () => compare.openPanel('rivals'),
      'choose-common': () => compare.openPanel('samples'),
      'compare-again': () => void compare.again(),
      'switch-side': () => compare.switchSide(),
      'toggle-settings': () => compare.toggleSettings(),
      'enlarge-decisive': () => compare.enlarge(),
      'next-decisive': move(1),
      'previous-decisive': move(-1),
      'decisive-below': move(isLarge ? 1 : layout.columns),
      'decisive-above': move(isLarge ? -1 : -layout.columns),
      'next-decisive-page': move(page),
      'previous-decisive-page': move(-page),
      back: () => {
        if (compare.back() === 'left') onBack();
      },
    },
    { availability },
  );
  const why =
    whyNoPair(subjects, { subject, pair, rival: state.rival }) ??
    (pair && whyNotCompared(state, pair, samples));
  return (
    <AnalyticsFrame
      analytics={analytics}
      place="analytics-compare"
      availability={availability}
      status={status}
      over={
        state.panel === 'rivals' ? (
          <RivalChooser analytics={analytics} compare={compare} />
        ) : (
          state.panel === 'samples' && <CommonChooser compare={compare} />
        )
      }
    >
      {why || !pair ? (
        <Rows rows={messageRows(why ?? [], area)} {...area} />
      ) : (
        <Compared compare={compare} pair={pair} samples={samples} state={state} />
      )}
    </AnalyticsFrame>
  );
}

interface ComparedProps {
  compare: Compare;
  pair: Pair;
  samples: CommonSamples;
  state: CompareState;
}

/** The comparison, or how far it is. */
function Compared({ compare, pair, samples, state }: ComparedProps) {
  const { glyphs } = useTerminal();
  const area = useViewArea();
  const { comparing, layer } = state;
  if (comparing.status === 'ready') {
    const shown = { compare, pair, samples, state, compared: comparing.value };
    return layer === 'picture' ? <DecisivePicture {...shown} /> : <ComparisonPanels {...shown} />;
  }
  const { who, progress } =
    comparing.status === 'working' ? comparing : { who: 'a' as const, progress: undefined };
  const rows = workRows({
    words: `${who === 'a' ? 'First' : 'Then'} ${pair[who].name}: ${samplesWords(pair, samples)}.`,
    progress,
    unit: 'samples',
    width: area.width - 2,
    glyphs,
  });
  return <Rows rows={['', ...rows].map((row) => [' ', ...row])} {...area} />;
}
