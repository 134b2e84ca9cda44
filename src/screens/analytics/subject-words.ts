import type { RunSummary } from '../../host/protocol.js';
import type { Subject } from '../../state/analytics/subject.js';
import type { Glyphs } from '../../ui/glyphs.js';
import { isGoingOn, runWords } from '../home/shown-run.js';

/** What it is and what became of it: `model, ✓ completed, 12 epochs`; `run, ● running, epoch 3/20`. */
export function subjectWords({ card, run, problem }: Subject, glyphs: Glyphs): string {
  if (problem !== undefined) return `${glyphs.cross} ${problem}`;
  if (!run) return 'model, its run is not here';
  const kind = card ? 'model' : isGoingOn(run) ? 'run' : 'run without a model';
  return `${kind}, ${runWords({ ...run, epoch: shownEpoch(run) }, glyphs)}`;
}

/** Of a run that has ended, the epochs that were finished: the last may have been cut short. */
function shownEpoch(run: RunSummary): number {
  const isWhole = isGoingOn(run) || run.validationTrail.length >= longestTrail;
  return isWhole ? run.epoch : run.validationTrail.length;
}

/** Epochs that a summary tells one by one; of a longer run some are left out. */
const longestTrail = 60;
