import type { HostState } from '../../state/host-connection.js';
import type { ResumableRun } from '../../state/resumable-run.js';
import type { Glyphs } from '../../ui/glyphs.js';
import type { Span } from '../../ui/rows.js';
import { span } from '../../ui/rows.js';
import { interruptedWords } from '../training/control/saved-words.js';
import { preferredCard } from './home-facts.js';
import type { MenuChoice } from './home-menu.js';

export interface Situation {
  host: Pick<HostState, 'status' | 'problem' | 'models'>;
  run: 'under way' | 'paused' | 'none';
  /** One that could go on from what was saved. */
  interrupted?: Pick<ResumableRun, 'name' | 'state'>;
  /** Pictures that the last reading has read. */
  pictures: number;
}

export interface NextStep {
  kind: MenuChoice['kind'];
  /** Why this one, in a line. */
  why: Span;
}

/** What is sensible to do next: the entry of the menu that the highlight starts on. */
export function nextStep(
  { host, run, interrupted, pictures }: Situation,
  glyphs: Glyphs,
): NextStep {
  const { status, problem, models } = host;
  if (isHostLost(host)) {
    const why =
      status === 'connecting'
        ? span(`${glyphs.dot} starting the host again`, 'warning')
        : span(`${glyphs.cross} ${problem}`, 'bad');
    return { kind: 'start-host', why };
  }
  if (run === 'under way') return { kind: 'watch', why: hint('a run is under way: watch it') };
  if (run === 'paused') {
    const why = span(`${glyphs.pause} a run is paused: watch it, and p lets it go on`, 'warning');
    return { kind: 'watch', why };
  }
  if (interrupted !== undefined) {
    const words = interruptedWords(interrupted, glyphs);
    return { kind: 'resume', why: span(`${words}: R resumes it`, 'warning') };
  }
  if (!models) return { kind: 'read-samples', why: hint('looking for models and runs') };
  const card = preferredCard(models);
  if (!card) return { kind: 'train', why: hint('no model can read yet: train the first one') };
  if (pictures === 0) {
    return { kind: 'read-samples', why: hint(`${card.name} is ready: let it read the samples`) };
  }
  const read = `${pictures} ${pictures === 1 ? 'picture' : 'pictures'} read`;
  return { kind: 'read', why: hint(`${read}: now try pictures of your own`) };
}

/** True from the loss of the host until it answers again. */
export function isHostLost({ status, problem }: Situation['host']): boolean {
  return status !== 'ready' && problem !== undefined;
}

function hint(words: string): Span {
  return span(words, 'dim');
}
