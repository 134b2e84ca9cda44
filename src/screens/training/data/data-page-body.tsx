import type { DataSummary } from '../../../host/protocol.js';
import type { DataLook, DataPage } from '../../../state/training-data/data-look.js';
import { DuplicatesPage } from './duplicates-page.js';
import { OverviewPage } from './overview-page.js';
import { SamplesPage } from './samples-page.js';
import { SkippedPage } from './skipped-page.js';

export interface DataPageBodyProps {
  data: DataLook;
  page: DataPage;
  summary: DataSummary;
  width: number;
  height: number;
}

/** The page that is open. */
export function DataPageBody({ data, page, summary, ...room }: DataPageBodyProps) {
  switch (page) {
    case 'overview':
      return <OverviewPage summary={summary} {...room} />;
    case 'samples':
      return <SamplesPage data={data} {...room} />;
    case 'duplicates':
      return <DuplicatesPage data={data} summary={summary} {...room} />;
    case 'skipped':
      return <SkippedPage data={data} {...room} />;
  }
}
