import { useEffect } from 'react';
import type { EpochsState } from '../../../state/analytics/epochs-state.js';
import type { Epochs } from '../../../state/analytics/epochs-store.js';
import type { Subject } from '../../../state/analytics/subject.js';
import { useTick } from '../../../ui/terminal/terminal-context.js';
import { isGoingOn } from '../../home/shown-run.js';

/** Milliseconds that an epoch stands while a film plays. */
const framePeriod = 250;
/** Milliseconds between two questions for new epochs of a run under way. */
const freshPeriod = 1000;

/** Moves on while a film plays, and asks for new epochs while the run goes on. */
export function useFilm(
  epochs: Epochs,
  { film, run }: Pick<EpochsState, 'film'> & Pick<Subject, 'run'>,
): void {
  const frame = useTick(framePeriod, { isActive: film === 'playing' });
  const fresh = useTick(freshPeriod, { isActive: run !== undefined && isGoingOn(run) });
  useEffect(() => {
    if (frame > 0) epochs.advance();
  }, [epochs, frame]);
  useEffect(() => {
    if (fresh > 0) void epochs.refresh();
  }, [epochs, fresh]);
}
