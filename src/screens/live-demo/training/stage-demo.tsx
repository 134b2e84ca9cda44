import { useStore } from 'zustand';
import type { TrainingDemo, TrainingDemoState } from '../../../state/live/training-demo-store.js';
import { isUnderWay, type RunView } from '../../../state/run-view.js';
import { percent } from '../../../ui/format.js';
import type { Glyphs } from '../../../ui/glyphs.js';
import { type RowLike, span } from '../../../ui/rows.js';
import { useTerminal } from '../../../ui/terminal/terminal-context.js';
import { clock } from '../../stage/clock.js';
import { runFraction } from '../../training/run-fraction.js';
import { StageBoard } from '../pad/stage-board.js';
import { nextWords } from './demo-words.js';
import { latestScore } from './latest-score.js';

/** The training before the room for a projector; the bar is how far it is. */
export function StageDemo({ trainingDemo }: { trainingDemo: TrainingDemo }) {
  const { glyphs } = useTerminal();
  const state = useStore(trainingDemo.store);
  const { view } = useStore(trainingDemo.runs.store);
  const epochs = epochsOf(view);
  return (
    <StageBoard
      board={trainingDemo.board}
      answer={latestScore(state.scores)?.score.answer}
      words={runWords(view, state, glyphs)}
      fraction={view ? (isUnderWay(view) ? runFraction(view.run, epochs).run : 1) : 0}
    />
  );
}

function epochsOf(view: RunView | undefined): number {
  return (view?.run.request ?? view?.asked)?.settings.epochs ?? 0;
}

function runWords(view: RunView | undefined, state: TrainingDemoState, glyphs: Glyphs): RowLike {
  if (!view) return [span('r', 'accent'), span(` trains: ${nextWords(state)}`, 'strong')];
  const { run, latest } = view;
  const last = run.history.at(-1);
  const accuracy = last ? `   ${percent(last.validation.accuracy)}` : '';
  if (isUnderWay(view)) {
    if (run.status === 'waiting') return [span('getting the data ready', 'strong')];
    const left = latest?.secondsLeft ?? Number.NaN;
    const time = Number.isFinite(left) ? `   ${clock(left)} left` : '';
    const words = `epoch ${Math.max(1, run.epoch)}/${epochsOf(view)}${accuracy}${time}`;
    return run.status === 'paused'
      ? [span(`${glyphs.pause} paused, ${words}`, 'warning')]
      : [span(words, 'strong')];
  }
  if (run.status === 'failed') return [span(`${glyphs.cross} ${run.reason ?? 'failed'}`, 'bad')];
  return [
    span(`${glyphs.check} ended${accuracy}`, 'good'),
    span('   r', 'accent'),
    ' trains again',
  ];
}
