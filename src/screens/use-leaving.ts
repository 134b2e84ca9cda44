import { useApp } from 'ink';
import { useState } from 'react';
import { useStore } from 'zustand';
import { isUnderWay } from '../state/run-view.js';
import type { Session } from '../state/session.js';
import { farewell } from './leave-words.js';

export interface Leaving {
  state: 'no' | 'asked' | 'stopping';
  leave: () => void;
  /** Leaves, and lets the run go on. */
  keep: () => void;
  /** Leaves when the run has been stopped. */
  stop: () => void;
  stay: () => void;
}

/**
 * The program is left at once, save while a run is under way: then it asks what is to become of that.
 *
 * @param onFarewell told what is to be said on the terminal that is left
 */
export function useLeaving({ runs }: Session, onFarewell: (words: string) => void): Leaving {
  const { exit } = useApp();
  const { view } = useStore(runs.store);
  const [asked, setAsked] = useState<string>();
  const [isStopping, setIsStopping] = useState(false);
  // A question about a run that has ended meanwhile is gone.
  const isAsked = isUnderWay(view) && view.run.id === asked;
  const state = isStopping ? 'stopping' : isAsked ? 'asked' : 'no';
  const keep = () => {
    if (isUnderWay(view) && view.run.id !== '') onFarewell(farewell(view));
    exit();
  };
  const leave = () => {
    // Who asks twice does not want to answer: the run goes on by itself.
    if (state === 'no' && isUnderWay(view)) setAsked(view.run.id);
    else keep();
  };
  const stop = async () => {
    setIsStopping(true);
    await runs.control.stop('save');
    exit();
  };
  return { state, leave, keep, stop: () => void stop(), stay: () => setAsked(undefined) };
}
