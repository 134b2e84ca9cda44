import { useStore } from 'zustand';
import type { Analytics } from '../../../state/analytics/analytics-store.js';
import { areSameSamples } from '../../../state/analytics/common-samples.js';
import type { Compare } from '../../../state/analytics/compare-store.js';
import { padTo } from '../../../ui/cells.js';
import { useTerminal, useWorkArea } from '../../../ui/terminal/terminal-context.js';
import { ListChooser } from '../list-chooser.js';
import { subjectRows } from '../subject-rows.js';
import { samplesWords } from './samples-words.js';

export interface ChooserProps {
  analytics: Analytics;
  compare: Compare;
}

/** What the subject is compared with. */
export function RivalChooser({ analytics, compare }: ChooserProps) {
  const { glyphs } = useTerminal();
  const area = useWorkArea();
  const { subjects = [] } = useStore(analytics.store);
  const rows = subjectRows({
    subjects,
    // The cursor and the mark are the list's.
    place: -1,
    current: undefined,
    width: Math.min(72, area.width - 10),
    height: subjects.length,
    glyphs,
  }).map((row) => row.slice(1));
  return (
    <ListChooser
      title="Compare with"
      rows={rows}
      chosen={subjects.findIndex(({ name }) => name === compare.pair?.b.name)}
      closeKey="b"
      onChoose={(place) => compare.chooseRival(subjects[place].name)}
      onClose={() => compare.closePanel()}
    />
  );
}

/** What both are scored on. */
export function CommonChooser({ compare }: Pick<ChooserProps, 'compare'>) {
  const area = useWorkArea();
  const { pair, offered, samples } = compare;
  const width = Math.min(60, area.width - 10);
  return (
    <ListChooser
      title="Samples for both"
      rows={pair ? offered.map((each) => padTo(samplesWords(pair, each, width), width)) : []}
      chosen={offered.findIndex((each) => areSameSamples(each, samples))}
      closeKey="s"
      onChoose={(place) => compare.chooseSamples(offered[place])}
      onClose={() => compare.closePanel()}
    />
  );
}
