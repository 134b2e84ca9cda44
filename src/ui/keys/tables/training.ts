import type { BindingShape } from '../binding.js';
import { curves, epochCharts, panelled, settingsForms } from '../places.js';

/** Training: its settings, its data, a run, and all runs. */
// biome-ignore format: a table is read line by line
export const trainingKeys = [
  // Training: settings
  { action: 'start', keys: ['r'], words: 'run', places: ['training-form'], footer: 'shown' },
  { action: 'edit', keys: ['enter'], words: 'edit', places: settingsForms, footer: 'shown' },
  { action: 'choose-data', keys: ['o'], words: 'choose data', places: ['training-form'], footer: 'shown' },
  { action: 'look-at-data', keys: ['d'], words: 'look at the data', places: ['training-form'], footer: 'shown' },
  { action: 'next-value', keys: ['right', 'l'], words: 'next value', places: settingsForms, footer: 'shown' },
  { action: 'begin-anew', keys: ['x'], words: 'fresh weights', places: ['training-form'], footer: 'shown' },
  { action: 'previous-value', keys: ['left', 'h'], words: 'previous value', places: settingsForms, footer: 'hidden' },
  { action: 'show-run', keys: ['v'], words: 'watch the run', places: ['training-form'], footer: 'shown' },
  { action: 'edit-next', keys: ['tab'], words: 'next field', places: settingsForms, footer: 'hidden' },
  { action: 'edit-previous', keys: ['shift+tab'], words: 'previous field', places: settingsForms, footer: 'hidden' },

  // Training: a closer look at the data
  { action: 'next-data-page', keys: ['tab'], words: 'next view', places: ['training-data'], footer: 'shown' },
  { action: 'previous-data-page', keys: ['shift+tab'], words: 'previous view', places: ['training-data'], footer: 'hidden' },
  { action: 'open-original', keys: ['enter'], words: 'as it was', places: ['training-data'], footer: 'shown' },
  { action: 'next-digit', keys: ['n'], words: 'next digit', places: ['training-data'], footer: 'shown' },
  { action: 'previous-digit', keys: ['p'], words: 'previous digit', places: ['training-data'], footer: 'hidden' },
  { action: 'save-skipped', keys: ['e'], words: 'save the list', places: ['training-data'], footer: 'shown' },
  { action: 'look-anew', keys: ['d'], words: 'look again', places: ['training-data'], footer: 'hidden' },

  // Training: a run
  { action: 'pause', keys: ['p'], words: 'pause', places: ['training-run'], footer: 'shown' },
  { action: 'stop', keys: ['s'], words: 'stop', places: ['training-run'], footer: 'shown' },
  { action: 'resume-run', keys: ['R'], words: 'resume', places: ['training-run', 'training-form', 'training-history', 'training-past', 'home'], footer: 'shown' },
  { action: 'change-rate', keys: ['L'], words: 'learning rate', places: ['training-run'], footer: 'shown' },
  { action: 'change-epochs', keys: ['E'], words: 'epochs', places: ['training-run'], footer: 'shown' },
  { action: 'detach', keys: ['d'], words: 'detach', places: ['training-run'], footer: 'shown' },
  { action: 'new-run', keys: ['enter'], words: 'new run', places: ['training-run'], footer: 'shown' },
  { action: 'later-epoch', keys: ['right', 'l'], words: 'later epoch', places: epochCharts, footer: 'hidden' },
  { action: 'earlier-epoch', keys: ['left', 'h'], words: 'read the curves', places: epochCharts, footer: 'shown' },
  { action: 'first-epoch', keys: ['home'], words: 'first epoch', places: epochCharts, footer: 'hidden' },
  { action: 'last-epoch', keys: ['end'], words: 'last epoch', places: epochCharts, footer: 'hidden' },
  { action: 'next-panel', keys: ['tab'], words: 'next chart', places: panelled, footer: 'shown' },
  { action: 'previous-panel', keys: ['shift+tab'], words: 'previous chart', places: panelled, footer: 'hidden' },
  { action: 'enlarge', keys: ['f'], words: 'chart large', places: curves, footer: 'shown' },
  { action: 'toggle-log', keys: ['g'], words: 'log axis', places: epochCharts, footer: 'shown' },
  { action: 'smooth', keys: ['m'], words: 'smoother', places: epochCharts, footer: 'shown' },
  { action: 'toggle-recent', keys: ['w'], words: 'recent epochs', places: epochCharts, footer: 'shown' },

  // Training: all runs
  { action: 'open-run', keys: ['enter'], words: 'open', places: ['training-history', 'training-queue', 'training-sweep'], footer: 'shown' },
  { action: 'mark-run', keys: ['space'], words: 'mark', places: ['training-history'], footer: 'shown' },
  { action: 'compare-runs', keys: ['c'], words: 'compare', places: ['training-history', 'training-sweep'], footer: 'shown' },
  { action: 'remove-run', keys: ['d'], words: 'delete', places: ['training-history'], footer: 'shown' },
  { action: 'filter-runs', keys: ['/'], words: 'filter', places: ['training-history'], footer: 'shown' },
  { action: 'take-out', keys: ['d'], words: 'take out', places: ['training-queue'], footer: 'shown' },
  { action: 'run-earlier', keys: ['K', '-'], words: 'earlier', places: ['training-queue'], footer: 'shown' },
  { action: 'run-later', keys: ['J', '+'], words: 'later', places: ['training-queue'], footer: 'shown' },
  { action: 'like-run', keys: ['a'], words: 'another like it', places: ['training-history', 'training-past', 'training-queue', 'training-sweep'], footer: 'shown' },
  { action: 'rename-run', keys: ['e'], words: 'rename', places: ['training-history'], footer: 'shown' },
  { action: 'note-run', keys: ['n'], words: 'note', places: ['training-history'], footer: 'shown' },
  { action: 'undo-remove', keys: ['u'], words: 'undo', places: ['training-history'], footer: 'hidden' },
  { action: 'order-runs', keys: ['o'], words: 'order', places: ['training-history'], footer: 'hidden' },
  { action: 'open-sweep', keys: ['t'], words: 'table of its sweep', places: ['training-history'], footer: 'hidden' },
  { action: 'more-columns', keys: ['t'], words: 'other columns', places: ['training-comparison'], footer: 'shown' },
  { action: 'file-sweep', keys: ['r'], words: 'file them all', places: ['training-sweep-form'], footer: 'shown' },
  { action: 'stop-sweep', keys: ['s'], words: 'stop the rest', places: ['training-sweep'], footer: 'shown' },

  // Training: ways to the other runs
  { action: 'open-history', keys: ['H'], words: 'all runs', places: ['home', 'training-form', 'training-run', 'training-past', 'training-queue', 'training-sweep'], footer: 'shown' },
  { action: 'open-queue', keys: ['W'], words: 'what waits', places: ['training-form', 'training-run', 'training-history', 'training-sweep'], footer: 'hidden' },
  { action: 'open-sweep-form', keys: ['S'], words: 'sweep', places: ['training-form'], footer: 'shown' },
] as const satisfies readonly BindingShape[];
