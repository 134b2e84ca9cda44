/** The value after or before one, round and round; the first where it is none of those offered. */
export function stepIn<Value extends string>(
  offered: readonly Value[],
  value: Value,
  direction: 'next' | 'previous',
): Value {
  const step = direction === 'next' ? 1 : offered.length - 1;
  const from = offered.indexOf(value);
  return offered[from < 0 ? 0 : (from + step) % offered.length] ?? value;
}
