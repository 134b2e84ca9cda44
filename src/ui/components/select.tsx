import { Box } from 'ink';
import SelectInput from 'ink-select-input';
import { useState } from 'react';
import { cellWidth } from '../cells.js';
import { useKeyPress } from '../keys/use-keys.js';
import { span } from '../rows.js';
import { useTerminal } from '../terminal/terminal-context.js';
import { useMouse } from '../terminal/use-mouse.js';
import { rowWindow } from './row-window.js';
import { Rows } from './rows.js';

export interface SelectItem<Value> {
  label: string;
  value: Value;
}

export interface SelectProps<Value> {
  /** At least one; labels are unique. */
  items: readonly SelectItem<Value>[];
  isFocused: boolean;
  onSelect: (value: Value) => void;
  onHighlight?: (value: Value) => void;
  /** Rows at most. */
  limit?: number;
  initialIndex?: number;
}

const steps: Record<string, number> = { up: -1, k: -1, down: 1, j: 1 };

/** A list to choose from with the arrows (or j and k) and Enter, or with a click. */
export function Select<Value>({
  items,
  isFocused,
  onSelect,
  onHighlight,
  limit = items.length,
  initialIndex = 0,
}: SelectProps<Value>) {
  const [chosen, setChosen] = useState(initialIndex);
  const index = Math.min(chosen, items.length - 1);
  const { from, to } = rowWindow({ count: items.length, place: index, height: limit });

  const highlight = (next: number) => {
    setChosen(next);
    onHighlight?.(items[next].value);
  };
  useKeyPress(
    (name) => {
      if (name === 'enter') onSelect(items[index].value);
      else if (name in steps) highlight((index + steps[name] + items.length) % items.length);
    },
    { isActive: isFocused },
  );
  const list = useMouse({
    onPress: ({ row }) => {
      const pressed = from + row;
      if (pressed >= to) return;
      highlight(pressed);
      onSelect(items[pressed].value);
    },
  });
  return (
    <Box ref={list} flexDirection="column">
      <SelectInput
        // It takes digits as choices, and keys that an overlay above it is meant to have: it draws, and the keys are ours.
        key={`${from} ${index}`}
        isFocused={false}
        items={items.slice(from, to).map((item) => ({ ...item, key: item.label }))}
        initialIndex={index - from}
        indicatorComponent={Indicator}
        itemComponent={Item}
      />
    </Box>
  );
}

function Indicator({ isSelected = false }: { isSelected?: boolean }) {
  const { glyphs } = useTerminal();
  return <Rows rows={[[span(isSelected ? glyphs.pointer : '', 'accent')]]} width={2} />;
}

function Item({ label, isSelected = false }: { label: string; isSelected?: boolean }) {
  const row = [span(label, isSelected ? 'strong' : 'plain')];
  return <Rows rows={[row]} width={cellWidth(label)} />;
}
