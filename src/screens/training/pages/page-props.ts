import type { RunBook } from '../../../state/runs/run-book.js';
import type { RowLike } from '../../../ui/rows.js';

/** What every page about the runs of the workspace is given. */
export interface PageProps {
  book: RunBook;
  /** The right end of the line of tabs. */
  status: RowLike;
  /** Called for Esc when it closes nothing here. */
  onBack: () => void;
}
