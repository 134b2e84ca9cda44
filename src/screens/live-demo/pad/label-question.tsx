import type { OwnDigits } from '../../../state/live/pad-store.js';
import { Overlay } from '../../../ui/components/overlay.js';
import { type RowLike, span } from '../../../ui/rows.js';
import { ownCounts } from './own-rows.js';

export interface LabelQuestionProps {
  own: OwnDigits;
  onLabel: (digit: number) => void;
  onClose: () => void;
}

const width = 44;

/** Asks which digit was drawn; the drawing is kept as one of those. */
export function LabelQuestion({ own, onLabel, onClose }: LabelQuestionProps) {
  const there: RowLike[] =
    own.status === 'ready'
      ? [[span('kept so far:', 'dim')], ...ownCounts(own.perClass, width)]
      : [];
  const rows: RowLike[] = [
    [span('0-9', 'accent'), span(' keeps it as that digit   '), span('Esc', 'accent'), ' closes'],
    ...there,
  ];
  return (
    <Overlay
      title="What is it?"
      rows={rows}
      onKey={(name) => {
        if (/^\d$/.test(name)) onLabel(Number(name));
        else if (name === 'escape' || name === 'q' || name === 'c') onClose();
      }}
    />
  );
}
