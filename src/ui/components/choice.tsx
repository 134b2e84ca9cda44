import { useState } from 'react';
import { type Row, type RowLike, span } from '../rows.js';
import { useTerminal } from '../terminal/terminal-context.js';
import { Overlay } from './overlay.js';

export interface ChoiceOption<Value> {
  /** The letter that takes it. */
  key: string;
  words: string;
  value: Value;
}

export interface ChoiceProps<Value> {
  question: string;
  /** What is to be known before one answers. */
  rows: readonly RowLike[];
  /** At least one; Enter takes the first, or the one that the arrows have moved to. */
  options: readonly ChoiceOption<Value>[];
  onChoose: (value: Value) => void;
  /** Called for Esc and q. */
  onCancel: () => void;
}

/** Asks which of a few things is to be done. */
export function Choice<Value>({ question, rows, options, onChoose, onCancel }: ChoiceProps<Value>) {
  const { glyphs } = useTerminal();
  const [place, setPlace] = useState(0);
  const above = ['', ...rows, ...(rows.length > 0 ? [''] : [])];
  const onKey = (name: string) => {
    const option = options.find(({ key }) => key === name);
    const step = steps[name];
    if (option) onChoose(option.value);
    else if (name === 'enter') onChoose(options[place].value);
    else if (name === 'escape' || name === 'q') onCancel();
    else if (step) setPlace((place + step + options.length) % options.length);
  };
  return (
    <Overlay
      title={question}
      rows={[...above, ...options.map(optionRow), '']}
      onKey={onKey}
      onPress={({ row }) => {
        const option = options[row - above.length];
        if (option) onChoose(option.value);
      }}
    />
  );

  function optionRow({ key, words }: ChoiceOption<Value>, index: number): Row {
    const isChosen = index === place;
    return [
      span(isChosen ? `${glyphs.pointer} ` : '  ', 'accent'),
      span(key, 'accent'),
      span(`  ${words}`, isChosen ? 'strong' : 'plain'),
    ];
  }
}

const steps: Record<string, 1 | -1> = { up: -1, down: 1 };
