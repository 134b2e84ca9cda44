import { useEffect } from 'react';
import { useStore } from 'zustand';
import type { Analytics } from '../../state/analytics/analytics-store.js';
import type { Row } from '../../ui/rows.js';
import { useNotice, useTerminal, useWorkArea } from '../../ui/terminal/terminal-context.js';
import { reportRow } from './report-row.js';

export interface Report {
  /** What takes the place of the last row; undefined where there is nothing to tell. */
  row: Row | undefined;
  /** Why none can be written now; `true` where one can. */
  availability: true | string;
  write: () => void;
  /** Called for Esc; `unused` where there is nothing to give up or to put away. */
  back: () => 'used' | 'unused';
}

/** The report on what is looked at, for the views that write one. */
export function useReport({ report, store }: Analytics): Report {
  const { glyphs } = useTerminal();
  const { width } = useWorkArea();
  const notice = useNotice();
  const state = useStore(report.store);
  const { subject } = useStore(store);
  // Where a file was written is told until one has looked elsewhere.
  useEffect(() => () => report.putAway(), [report]);
  // A short row names the file; what could not be had is a sentence of its own.
  useEffect(() => {
    if (state.status !== 'done' || state.missing.length === 0) return;
    notice(`the report is without ${state.missing.join(' ')}`);
  }, [state, notice]);
  return {
    row: reportRow(state, { width, glyphs }),
    availability: state.status === 'working' ? 'one is being written: Esc cancels' : true,
    write: () => {
      if (subject) void report.write(subject);
    },
    back() {
      if (state.status === 'idle') return 'unused';
      report.cancel();
      return 'used';
    },
  };
}
