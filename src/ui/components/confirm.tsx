import { span } from '../rows.js';
import { Overlay } from './overlay.js';
import { entriesRow, entryAt, type RowEntry } from './row-entries.js';

export interface ConfirmProps {
  question: string;
  /** What would be lost. */
  detail?: string;
  onYes: () => void;
  onNo: () => void;
}

const answers: readonly RowEntry<'yes' | 'no'>[] = [
  { row: [span('y', 'accent'), ' yes'], value: 'yes' },
  { row: '   ' },
  { row: [span('n', 'accent'), ' no'], value: 'no' },
];

/** Asks before something is lost: y or Enter does it, any of n, Esc and q does not. */
export function Confirm({ question, detail, onYes, onNo }: ConfirmProps) {
  const rows = ['', ...(detail === undefined ? [] : [detail, '']), entriesRow(answers), ''];
  const answerRow = rows.length - 2;
  return (
    <Overlay
      title={question}
      rows={rows}
      onKey={(name) => {
        if (name === 'y' || name === 'enter') onYes();
        if (name === 'n' || name === 'escape' || name === 'q') onNo();
      }}
      onPress={({ row, column }) => {
        const answer = row === answerRow ? entryAt(answers, column) : undefined;
        if (answer === 'yes') onYes();
        if (answer === 'no') onNo();
      }}
    />
  );
}
