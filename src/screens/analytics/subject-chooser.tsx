import { useState } from 'react';
import { useStore } from 'zustand';
import type { Analytics } from '../../state/analytics/analytics-store.js';
import { canBeChosen } from '../../state/analytics/subject.js';
import { Overlay } from '../../ui/components/overlay.js';
import { rowWindow } from '../../ui/components/row-window.js';
import { span } from '../../ui/rows.js';
import { useTerminal, useWorkArea } from '../../ui/terminal/terminal-context.js';
import { nextSubject, subjectRows } from './subject-rows.js';

/** The models and runs of the workspace, over the view; damaged models are shown and cannot be chosen. */
export function SubjectChooser({ analytics }: { analytics: Analytics }) {
  const { glyphs } = useTerminal();
  const area = useWorkArea();
  const { subjects = [], subject } = useStore(analytics.store);
  const named = subjects.findIndex((each) => each.name === subject?.name && canBeChosen(each));
  const [moved, setMoved] = useState<number>();
  const place = moved ?? (named === -1 ? nextSubject(subjects, -1, 1) : named);

  const onKey = (name: string) => {
    if (name === 'down' || name === 'j') setMoved(nextSubject(subjects, place, 1));
    else if (name === 'up' || name === 'k') setMoved(nextSubject(subjects, place, -1));
    else if (name === 'escape' || name === 'q' || name === 'o') analytics.closeChooser();
    else if (name === 'enter' && subjects[place]) analytics.choose(subjects[place]);
  };
  const size = { width: Math.min(96, area.width - 8), height: area.height - 6 };
  const { from, to } = rowWindow({ count: subjects.length, place, height: size.height });
  const onPress = ({ row }: { row: number }) => {
    const pressed = subjects[from + row];
    if (row >= 0 && row < to - from && pressed) analytics.choose(pressed);
  };
  const rows = [
    ...subjectRows({ subjects, place, current: subject, glyphs, ...size }),
    '',
    [span('Enter chooses, Esc closes', 'dim')],
  ];
  return <Overlay title="Models and runs" rows={rows} onKey={onKey} onPress={onPress} />;
}
