import { useState } from 'react';
import { useKeyPress } from '../keys/use-keys.js';
import { fitEnd, span } from '../rows.js';
import { useKeyFocus, useLatest, usePasteAt } from '../terminal/terminal-context.js';
import { Rows } from './rows.js';
import type { EditState } from './text-edit.js';
import { editRow, insertText, pressKey } from './text-edit.js';

export interface TextFieldProps {
  value: string;
  onChange: (value: string) => void;
  /** While focused it has the letters, Enter, Esc and pasted text for itself. */
  isFocused: boolean;
  /** Cells. */
  width: number;
  placeholder?: string;
  onSubmit?: (value: string) => void;
  onCancel?: () => void;
  /** What pasting does; it inserts the text when not given. */
  onPaste?: (text: string) => void;
}

/** One line of text to edit. */
export function TextField({
  value,
  onChange,
  isFocused,
  width,
  placeholder = '',
  onSubmit,
  onCancel,
  onPaste,
}: TextFieldProps) {
  const [cursor, setCursor] = useState([...value].length);
  // The value may have been changed from outside.
  const state = { value, cursor: Math.min(cursor, [...value].length) };
  const latest = useLatest(state);
  const focus = isFocused ? 'on' : 'off';
  useKeyFocus('fields', focus);

  const apply = (next: EditState) => {
    setCursor(next.cursor);
    if (next.value !== latest.current.value) onChange(next.value);
  };
  usePasteAt('field', onPaste ?? ((text) => apply(insertText(latest.current, text))), focus);
  useKeyPress(
    (name) => {
      if (name === 'enter') onSubmit?.(latest.current.value);
      else if (name === 'escape') onCancel?.();
      else apply(pressKey(latest.current, name));
    },
    { isActive: isFocused },
  );

  if (isFocused) return <Rows rows={[editRow(state, width)]} width={width} />;
  const shown = value === '' ? span(placeholder, 'dim') : fitEnd(value, width);
  return <Rows rows={[[shown]]} width={width} />;
}
