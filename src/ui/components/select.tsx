import { Text } from 'ink';
import SelectInput from 'ink-select-input';
import { useServices, useTerminal } from '../terminal/terminal-context.js';
import { toneProps } from '../theme.js';

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

const enter = '\r';

/** A list to choose from with the arrows and Enter. */
export function Select<Value>({ items, onSelect, onHighlight, ...rest }: SelectProps<Value>) {
  const { currentKey } = useServices();
  return (
    <SelectInput
      {...rest}
      items={items.map((item) => ({ ...item, key: item.label }))}
      indicatorComponent={Indicator}
      itemComponent={Item}
      onSelect={(item) => {
        // It takes the digits as well, and those open the screens.
        if (currentKey() === enter) onSelect(item.value);
      }}
      onHighlight={(item) => onHighlight?.(item.value)}
    />
  );
}

function Indicator({ isSelected = false }: { isSelected?: boolean }) {
  const { glyphs } = useTerminal();
  return <Text {...toneProps('accent')}>{isSelected ? `${glyphs.pointer} ` : '  '}</Text>;
}

function Item({ label, isSelected = false }: { label: string; isSelected?: boolean }) {
  return <Text {...toneProps(isSelected ? 'strong' : 'plain')}>{label}</Text>;
}
