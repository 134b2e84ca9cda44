import { useEffect, useState } from 'react';
import type { InputTurns } from './input-turns.js';

/**
 * Tells when React is ready for the next input. It stands behind everything that listens: its effects run after
 * theirs, and a change of its state is drawn together with the changes that came before it.
 */
export function InputGate({ turns }: { turns: InputTurns }) {
  const [asked, setAsked] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each answer is for one question.
  useEffect(() => turns.round(), [turns, asked]);
  useEffect(() => turns.attach(() => setAsked((count) => count + 1)), [turns]);
  return null;
}
