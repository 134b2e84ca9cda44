import type { ScoreProgress } from '../../host/protocol.js';
import type { Loading } from '../run-view.js';

/** How far the reading or the scoring of samples is; its times are those of that phase. */
export interface ScoringNews extends Loading {
  phase: ScoreProgress['phase'];
}

/** Milliseconds between two words of it. */
const updateInterval = 100;

/** Takes every progress, and tells as many as are worth a drawing. */
export function newsTeller(tell: (news: ScoringNews) => void) {
  let phase: ScoreProgress['phase'] | undefined;
  let since = 0;
  let told = 0;
  return (progress: ScoreProgress) => {
    const at = Date.now();
    const isNew = progress.phase !== phase;
    if (isNew) {
      phase = progress.phase;
      since = at;
    }
    if (!isNew && at - told < updateInterval && progress.done < progress.total) return;
    told = at;
    tell({ ...progress, since, at });
  };
}
