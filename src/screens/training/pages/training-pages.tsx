import { useState } from 'react';
import { useStore } from 'zustand';
import type { FileBrowser } from '../../../state/file-browser-store.js';
import type { DataLook } from '../../../state/training-data/data-look.js';
import { useNotice } from '../../../ui/terminal/terminal-context.js';
import { type ChartStore, createChartStore } from '../chart-store.js';
import { ComparisonScreen } from '../comparison/comparison-screen.js';
import { HistoryScreen } from '../history/history-screen.js';
import { PastRunScreen } from '../history/past-run-screen.js';
import { QueueScreen } from '../queue/queue-screen.js';
import { useFiling } from '../queue/use-filing.js';
import { SweepFormScreen } from '../sweep/sweep-form-screen.js';
import { SweepScreen } from '../sweep/sweep-screen.js';
import { TrainingScreen } from '../training-screen.js';
import type { PageProps } from './page-props.js';

export interface TrainingPagesProps extends PageProps {
  /** What there is to learn from, closer. */
  data: DataLook;
  browser: FileBrowser;
  chartStore: ChartStore;
}

/** The page of Training that is open: the run of this app, or what is known of all runs. */
export function TrainingPages(props: TrainingPagesProps) {
  const { book, status, onBack } = props;
  const { open } = useStore(book.pages.store);
  const [charts] = useState(() => ({ past: createChartStore(), compared: createChartStore() }));
  const back = () => {
    if (book.back() === 'unused') onBack();
  };
  const page = { book, status, onBack: back };
  switch (open.name) {
    case 'own':
      return <OwnRun {...props} />;
    case 'history':
      return <HistoryScreen {...page} />;
    case 'past':
      return <PastRunScreen {...page} chartStore={charts.past} />;
    case 'comparison':
      return <ComparisonScreen {...page} chartStore={charts.compared} />;
    case 'queue':
      return <QueueScreen {...page} />;
    case 'sweep-form':
      return <SweepFormScreen {...page} />;
    case 'sweep':
      return <SweepScreen {...page} sweep={open.sweep} />;
  }
}

/** Settings and live run, with the ways from there to the other pages. */
function OwnRun({ book, ...props }: TrainingPagesProps) {
  const { runs, form, sweep, queue } = book;
  const notice = useNotice();
  const filing = useFiling(queue);
  const ways = {
    'open-history': () => book.openOver({ name: 'history' }),
    'open-queue': () => book.openOver({ name: 'queue' }),
    'open-sweep-form': () => {
      const wrong = sweep.open();
      if (wrong) notice(wrong.error, 'bad');
      else book.openOver({ name: 'sweep-form' });
    },
  };
  return <TrainingScreen {...props} {...{ runs, form, filing, ways }} />;
}
