import { useEffect } from 'react';
import { useStore } from 'zustand';
import type { RunStore } from '../state/run-store.js';
import type { ScreenName } from '../ui/keys/key-table.js';
import { useLatest, useNotice, useTerminal } from '../ui/terminal/terminal-context.js';
import { newsWords } from './run-news-words.js';

/** Says in the footer what happened to a run and was not asked for here. */
export function useRunNews(runs: RunStore, screen: ScreenName): void {
  const notice = useNotice();
  const { told, front } = useStore(runs.store);
  const { glyphs } = useTerminal();
  const place = useLatest({
    run: screen === 'training' && front === 'run' ? 'shown' : 'hidden',
    key: screen === 'training' ? 'v' : '2',
  } as const);
  const signs = useLatest(glyphs);
  useEffect(() => {
    const words = told && newsWords(told, place.current, signs.current);
    if (words) notice(words.text, words.tone);
  }, [told, notice, place, signs]);
}
