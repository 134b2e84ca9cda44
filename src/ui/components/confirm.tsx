import { span } from '../rows.js';
import { Overlay } from './overlay.js';

export interface ConfirmProps {
  question: string;
  /** What would be lost. */
  detail?: string;
  onYes: () => void;
  onNo: () => void;
}

/** Asks before something is lost: y or Enter does it, any of n, Esc and q does not. */
export function Confirm({ question, detail, onYes, onNo }: ConfirmProps) {
  const keys = [span('y', 'accent'), ' yes   ', span('n', 'accent'), ' no'];
  const rows = ['', ...(detail === undefined ? [] : [detail, '']), keys, ''];
  return (
    <Overlay
      title={question}
      rows={rows}
      onKey={(name) => {
        if (name === 'y' || name === 'enter') onYes();
        if (name === 'n' || name === 'escape' || name === 'q') onNo();
      }}
    />
  );
}
