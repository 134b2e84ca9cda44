import type { Contestant } from '../../figures.js';
import { chartWall } from './charts.js';
import { firstFrame } from './first-frame.js';
import { keys } from './keys.js';
import { strokes } from './strokes.js';
import { liveTraining } from './training.js';

/** The app in a pseudo-terminal: how soon it is there, how it answers, and what it costs. */
export function terminal(): Contestant[] {
  return [
    { name: 'first frame', measure: firstFrame },
    ...keys(),
    ...strokes(),
    { name: 'the app beside a training', measure: liveTraining },
    ...chartWall(),
  ];
}
