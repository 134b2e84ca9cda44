import { useState } from 'react';
import { useStore } from 'zustand';
import type { Analytics } from '../../state/analytics/analytics-store.js';
import { Overlay } from '../../ui/components/overlay.js';
import { span } from '../../ui/rows.js';
import { useTerminal, useWorkArea } from '../../ui/terminal/terminal-context.js';
import { subjectRows } from './subject-rows.js';

/** The models and runs of the workspace, over the view. */
export function SubjectChooser({ analytics }: { analytics: Analytics }) {
  const { glyphs } = useTerminal();
  const area = useWorkArea();
  const { subjects = [], subject } = useStore(analytics.store);
  const named = subjects.findIndex(({ name }) => name === subject?.name);
  const [place, setPlace] = useState(Math.max(0, named));
  const last = subjects.length - 1;
  const move = (by: number) => setPlace(Math.min(last, Math.max(0, place + by)));

  const onKey = (name: string) => {
    if (name === 'down' || name === 'j') move(1);
    else if (name === 'up' || name === 'k') move(-1);
    else if (name === 'escape' || name === 'q' || name === 'o') analytics.closeChooser();
    else if (name === 'enter' && subjects[place]) analytics.choose(subjects[place]);
  };
  const size = { width: Math.min(74, area.width - 8), height: area.height - 6 };
  const rows = [
    ...subjectRows({ subjects, place, current: subject?.name, glyphs, ...size }),
    '',
    [span('Enter chooses, Esc closes', 'dim')],
  ];
  return <Overlay title="Models and runs" rows={rows} onKey={onKey} />;
}
