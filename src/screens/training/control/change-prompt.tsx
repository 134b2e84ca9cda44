import { useState } from 'react';
import { Overlay } from '../../../ui/components/overlay.js';
import { editRow, insertText, pressKey } from '../../../ui/components/text-edit.js';
import { decimal } from '../../../ui/format.js';
import { fitRows, type Row, type RowLike, span } from '../../../ui/rows.js';
import { usePasteAt, useTerminal } from '../../../ui/terminal/terminal-context.js';
import { wrapWords } from '../../wrap-words.js';
import type { Changeable } from './changeable.js';

export interface ChangePromptProps {
  setting: Changeable;
  onChange: (value: number) => void;
  onClose: () => void;
}

/** Cells inside. */
const width = 52;
const valueWidth = 12;
const consequenceRows = 2;

/** Asks for a new value of one setting: typed, or stepped to with the arrows. */
export function ChangePrompt({ setting, onChange, onClose }: ChangePromptProps) {
  const { glyphs } = useTerminal();
  const [line, setLine] = useState(() => lineOf(setting.now));
  // What is typed first takes the place of what was there.
  const [isFresh, setIsFresh] = useState(true);
  const checked = setting.check(line.value);

  const edit = (next: typeof line) => {
    setLine(next);
    setIsFresh(false);
  };
  const type = (text: string) => edit(insertText(isFresh ? lineOf('') : line, text));
  usePasteAt('field', type, 'on');
  const onKey = (name: string) => {
    if (name === 'escape') onClose();
    else if (name === 'enter') {
      if ('value' in checked) onChange(checked.value);
    } else if (name === 'up' || name === 'down') {
      const value = Number(line.value);
      edit(lineOf(setting.step(Number.isFinite(value) ? value : setting.now, name)));
    } else if (isFresh && name.length === 1) type(name);
    else edit(pressKey(line, name));
  };
  return <Overlay title={setting.title} rows={fitRows(rows(), width)} onKey={onKey} />;

  function rows(): RowLike[] {
    const { up, down } = glyphs;
    const words =
      'error' in checked && !isFresh
        ? span(`${glyphs.cross} ${checked.error}`, 'bad')
        : span('value' in checked ? setting.consequence(checked.value) : '', 'dim');
    const said = wrapWords(words.text, width).map((text): Row => [span(text, words.tone)]);
    return [
      '',
      [
        span('now ', 'dim'),
        span(shown(setting.now)),
        span(`   ${glyphs.right}  `, 'dim'),
        ...editRow(line, valueWidth),
      ],
      ...fitRows(said, width, consequenceRows),
      [
        span(up, 'accent'),
        ` ${setting.stepWords.up}  `,
        span(down, 'accent'),
        ` ${setting.stepWords.down}`,
      ],
      [span('Enter', 'accent'), ' changes it  ', span('Esc', 'accent'), ' leaves it as it is'],
    ];
  }
}

function lineOf(value: number | string) {
  const text = typeof value === 'string' ? value : shown(value);
  return { value: text, cursor: text.length };
}

function shown(value: number): string {
  return decimal(value, 7);
}
