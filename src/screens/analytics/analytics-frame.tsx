import { Box } from 'ink';
import type { ReactNode } from 'react';
import { useStore } from 'zustand';
import type { Analytics } from '../../state/analytics/analytics-store.js';
import type { Subject } from '../../state/analytics/subject.js';
import { Frame } from '../../ui/components/frame.js';
import { entriesRow, entryAt } from '../../ui/components/row-entries.js';
import { Rows } from '../../ui/components/rows.js';
import type { Place } from '../../ui/keys/key-table.js';
import type { Availability } from '../../ui/keys/keys.js';
import { useKeys } from '../../ui/keys/use-keys.js';
import { fitRow, type RowLike } from '../../ui/rows.js';
import { useTerminal, useWorkArea } from '../../ui/terminal/terminal-context.js';
import { useMouse } from '../../ui/terminal/use-mouse.js';
import { SubjectChooser } from './subject-chooser.js';
import { viewEntries } from './view-entries.js';

export interface AnalyticsFrameProps {
  analytics: Analytics;
  /** Whose keys work: the place of the view. */
  place: Place;
  availability?: Availability;
  status: RowLike;
  /** In exactly `useViewArea()` cells. */
  children?: ReactNode;
  /** What lies over the view, such as an `Overlay`. */
  over?: ReactNode;
}

/** What all views share: which model or run is looked at, and the way to the other views. */
export function AnalyticsFrame({
  analytics,
  place,
  availability = {},
  status,
  children,
  over,
}: AnalyticsFrameProps) {
  const { glyphs } = useTerminal();
  const { width } = useWorkArea();
  const { view, subject, subjects, chooser } = useStore(analytics.store);
  const shared: Availability = { 'choose-subject': whyNoChoice(subjects) ?? true };
  useKeys(
    place,
    {
      'next-view': () => analytics.turn(1),
      'previous-view': () => analytics.turn(-1),
      'choose-subject': () => analytics.openChooser(),
    },
    { availability: shared },
  );
  const entries = viewEntries({ view, subject, width, glyphs });
  const line = useMouse({
    onPress({ column }) {
      const chosen = entryAt(entries, column);
      if (chosen) analytics.open(chosen);
    },
  });
  return (
    <Frame
      screen="analytics"
      place={place}
      availability={{ ...shared, ...availability }}
      status={status}
    >
      <Box ref={line} width={width} height={1} flexShrink={0}>
        <Rows rows={[fitRow(entriesRow(entries), width, glyphs.ellipsis)]} width={width} />
      </Box>
      {children}
      {over}
      {chooser === 'open' && <SubjectChooser analytics={analytics} />}
    </Frame>
  );
}

function whyNoChoice(subjects: readonly Subject[] | undefined): string | undefined {
  if (!subjects) return 'the host has not told yet what there is';
  return subjects.length === 0 ? 'there is no model and no run here: train one (2)' : undefined;
}

/** What the frame leaves for a view. */
export function useViewArea(): { width: number; height: number } {
  const { width, height } = useWorkArea();
  return { width, height: Math.max(0, height - 1) };
}
