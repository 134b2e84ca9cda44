/**
 * The one table of keys: dispatch, footer, help, palette and docs/keys.md all read it. A new key is a new line here and
 * a handler where `useKeys` is called; a new screen is a line in `screenTabs` and one in the table that opens it.
 */

export const screenTabs = [
  { name: 'home', key: '1', title: 'Home' },
  { name: 'training', key: '2', title: 'Training' },
  { name: 'recognition', key: '3', title: 'Recognition' },
  { name: 'live-demo', key: '4', title: 'Live Demo' },
  { name: 'analytics', key: '5', title: 'Analytics' },
  { name: 'about', key: '6', title: 'About' },
  { name: 'models', key: '7', title: 'Models' },
] as const;

export type ScreenName = (typeof screenTabs)[number]['name'];

/** Where keys have a meaning of their own, and what the program calls it. */
export const places = {
  home: 'Home',
  'training-form': "Training's settings",
  'training-data': "Training's data",
  'training-sample': 'one sample to train on',
  'training-run': 'a run in Training',
  'training-history': 'the list of runs',
  'training-past': 'a past run',
  'training-comparison': 'runs compared',
  'training-queue': 'the queue',
  'training-sweep-form': 'the settings of a sweep',
  'training-sweep': 'the table of a sweep',
  recognition: 'Recognition',
  files: 'the file browser',
  'live-menu': 'Live Demo',
  'live-quick': 'the quick demo',
  'live-pad': 'the drawing pad',
  'live-watch': 'a watched folder',
  'live-batch': 'the batch analysis',
  'live-quiz': 'the quiz',
  'live-training': 'training before the room',
  'live-guide': 'the guidelines',
  'live-model': 'the model page of Live Demo',
  'analytics-curves': "Analytics' curves",
  'analytics-network': "Analytics' network",
  'analytics-scores': "Analytics' scores",
  'analytics-cell': 'the pictures of a cell',
  'analytics-sample': 'one sample in Analytics',
  'analytics-calibration': "Analytics' calibration",
  'analytics-epochs': "Analytics' epochs",
  'analytics-compare': "Analytics' comparison",
  about: 'About',
  models: 'Models',
  'models-page': 'the page of a model',
  global: 'everywhere',
} as const;

export type Place = keyof typeof places;

interface BindingShape {
  readonly action: string;
  /** Names of `keyName`; the first is the one that is shown. */
  readonly keys: readonly string[];
  readonly words: string;
  readonly places: readonly Place[];
  /** Whether the footer shows it; the help shows everything. */
  readonly footer: 'shown' | 'hidden';
  /** Keys that have a meaning everywhere, and this one while its places are open. */
  readonly overrides?: 'global';
}

const analyticsViews = [
  'analytics-curves',
  'analytics-network',
  'analytics-scores',
  'analytics-calibration',
  'analytics-epochs',
  'analytics-compare',
] as const;

const scoredViews = ['analytics-scores', 'analytics-calibration'] as const;

/** Where a run is drawn epoch by epoch. */
const curves = ['training-run', 'training-past', 'analytics-curves'] as const;

/** Where a chart has an axis of epochs. */
const epochCharts = [...curves, 'training-comparison'] as const;

/** Where settings are filled in. */
const settingsForms = ['training-form', 'training-sweep-form'] as const;

/** Where Tab goes from chart to chart. */
const panelled = ['training-run', 'training-past', 'training-comparison'] as const;

const pads = ['live-pad', 'live-training'] as const;

const modelPlaces = ['models', 'models-page'] as const;

const lists = [
  'home',
  'training-form',
  'training-history',
  'training-queue',
  'training-sweep-form',
  'recognition',
  'files',
  'live-menu',
  'live-watch',
  'live-batch',
  'live-model',
  'about',
  ...modelPlaces,
] as const;

const longLists = [
  'training-history',
  'training-queue',
  'recognition',
  'files',
  'live-watch',
  'live-batch',
  'about',
  ...modelPlaces,
] as const;

/** Where one goes from cell to cell. */
const grids = ['analytics-scores', 'analytics-cell', 'training-data', 'training-sweep'] as const;

/** Where cells come in pages. */
const pagedGrids = ['analytics-cell', 'training-data'] as const;

const digits = ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9'] as const;

// biome-ignore format: a table is read line by line
export const keyTable = [
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

  // Analytics: all views
  { action: 'choose-subject', keys: ['o'], words: 'model or run', places: analyticsViews, footer: 'shown' },
  { action: 'next-view', keys: ['tab'], words: 'next view', places: analyticsViews, footer: 'shown' },
  { action: 'previous-view', keys: ['shift+tab'], words: 'previous view', places: analyticsViews, footer: 'hidden' },

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

  // What a list does first: the footer has its keys in the order of this table
  { action: 'choose', keys: ['enter'], words: 'choose', places: ['home', 'recognition', 'files'], footer: 'shown' },

  // Recognition
  { action: 'next-picture', keys: ['right', 'n', 'l'], words: 'next picture', places: ['recognition'], footer: 'shown' },
  { action: 'open-files', keys: ['o'], words: 'open', places: ['recognition'], footer: 'shown' },
  { action: 'toggle-order', keys: ['u'], words: 'uncertain first', places: ['recognition'], footer: 'shown' },
  { action: 'filter', keys: ['/'], words: 'filter', places: ['recognition'], footer: 'shown' },
  { action: 'xray', keys: ['x'], words: 'X-ray', places: ['recognition'], footer: 'shown' },
  { action: 'whole-number', keys: ['w'], words: 'whole number', places: ['recognition'], footer: 'shown' },
  { action: 'read-samples', keys: ['s'], words: 'samples', places: ['recognition'], footer: 'shown' },
  { action: 'choose-model', keys: ['m'], words: 'model', places: ['recognition'], footer: 'shown' },
  { action: 'choose-threshold', keys: ['t'], words: 'what is no digit', places: ['recognition'], footer: 'hidden' },
  { action: 'switch-view', keys: ['tab'], words: 'table or picture', places: ['recognition'], footer: 'hidden' },
  { action: 'previous-picture', keys: ['left', 'p', 'h'], words: 'previous picture', places: ['recognition'], footer: 'hidden' },
  { action: 'save-results', keys: ['e'], words: 'save as CSV', places: ['recognition'], footer: 'hidden' },
  { action: 'save-results-json', keys: ['E'], words: 'save as JSON', places: ['recognition'], footer: 'hidden' },
  { action: 'read-again', keys: ['r'], words: 'read again', places: ['recognition'], footer: 'hidden' },

  // The file browser; letters are typed into its filter
  { action: 'mark', keys: ['space'], words: 'mark', places: ['files'], footer: 'shown' },
  { action: 'folder-up', keys: ['left'], words: 'out', places: ['files'], footer: 'shown' },
  { action: 'folder-in', keys: ['right'], words: 'in', places: ['files'], footer: 'shown' },
  { action: 'next-place', keys: ['tab'], words: 'place, complete', places: ['files'], footer: 'shown' },
  { action: 'clear', keys: ['ctrl+u'], words: 'clear what is typed', places: ['files'], footer: 'hidden' },

  // Live Demo: the list of demonstrations
  { action: 'show-demo', keys: ['enter'], words: 'show it', places: ['live-menu'], footer: 'shown' },
  { action: 'show-quick', keys: ['s'], words: 'quick demo', places: ['live-menu'], footer: 'hidden' },
  { action: 'show-pad', keys: ['d'], words: 'drawing pad', places: ['live-menu'], footer: 'hidden' },
  { action: 'show-watch', keys: ['w'], words: 'watch a folder', places: ['live-menu'], footer: 'hidden' },
  { action: 'show-batch', keys: ['b'], words: 'batch analysis', places: ['live-menu'], footer: 'hidden' },
  { action: 'show-quiz', keys: ['g'], words: 'guess before the machine', places: ['live-menu'], footer: 'hidden' },
  { action: 'show-training', keys: ['t'], words: 'train before the room', places: ['live-menu'], footer: 'hidden' },
  { action: 'show-guide', keys: ['r'], words: 'readable pictures', places: ['live-menu'], footer: 'hidden' },
  { action: 'show-model', keys: ['m'], words: 'the model', places: ['live-menu'], footer: 'hidden' },

  // Live Demo: quick demo, watched folder, batch, quiz, guidelines, model
  { action: 'play', keys: ['space'], words: 'pause or go on', places: ['live-quick'], footer: 'shown' },
  { action: 'faster', keys: ['+', '='], words: 'faster', places: ['live-quick'], footer: 'shown' },
  { action: 'slower', keys: ['-'], words: 'slower', places: ['live-quick'], footer: 'shown' },
  { action: 'watch-folder', keys: ['enter'], words: 'watch the folder', places: ['live-watch'], footer: 'shown' },
  { action: 'look-closer', keys: ['enter'], words: 'picture large', places: ['live-batch'], footer: 'shown' },
  { action: 'guess', keys: digits, words: 'the digit that the room reads', places: ['live-quiz'], footer: 'hidden', overrides: 'global' },
  { action: 'next-card', keys: ['enter', 'space', 'right'], words: 'next', places: ['live-quiz'], footer: 'shown' },
  { action: 'skip-card', keys: ['s'], words: 'skip', places: ['live-quiz'], footer: 'shown' },
  { action: 'undo-guess', keys: ['u', 'backspace'], words: 'take the guess back', places: ['live-quiz'], footer: 'shown' },
  { action: 'new-round', keys: ['n'], words: 'new round', places: ['live-quiz'], footer: 'shown' },
  { action: 'quiz-source', keys: ['d'], words: 'other data', places: ['live-quiz'], footer: 'shown' },
  { action: 'demo-folder', keys: ['o'], words: 'folder', places: ['live-quick', 'live-watch', 'live-batch'], footer: 'shown' },
  { action: 'demo-samples', keys: ['s'], words: 'sample digits', places: ['live-quick'], footer: 'shown' },
  { action: 'watch-inbox', keys: ['i'], words: 'inbox', places: ['live-watch'], footer: 'shown' },
  { action: 'newest', keys: ['home'], words: 'newest', places: ['live-watch'], footer: 'shown' },
  { action: 'save-csv', keys: ['s'], words: 'save CSV', places: ['live-batch'], footer: 'shown' },
  { action: 'save-json', keys: ['e'], words: 'save JSON', places: ['live-batch'], footer: 'shown' },
  { action: 'batch-order', keys: ['u'], words: 'uncertain first', places: ['live-batch'], footer: 'shown' },
  { action: 'batch-side', keys: ['tab'], words: 'totals or picture', places: ['live-batch'], footer: 'shown' },
  { action: 'demo-again', keys: ['r'], words: 'read again', places: ['live-quick', 'live-batch', 'live-guide'], footer: 'hidden' },
  { action: 'demo-model', keys: ['m'], words: 'another model', places: ['live-model'], footer: 'shown' },
  { action: 'demo-next', keys: ['right', 'n', 'l'], words: 'next', places: ['live-quick', 'live-batch', 'live-guide'], footer: 'shown' },
  { action: 'demo-previous', keys: ['left', 'p', 'h'], words: 'previous', places: ['live-quick', 'live-batch', 'live-guide'], footer: 'hidden' },

  // Live Demo: the drawing pad, training before the room
  { action: 'start-demo', keys: ['r'], words: 'train', places: ['live-training'], footer: 'shown' },
  { action: 'stop-demo', keys: ['s'], words: 'stop', places: ['live-training'], footer: 'shown' },
  { action: 'demo-source', keys: ['d'], words: 'data', places: ['live-training'], footer: 'shown' },
  { action: 'demo-epochs', keys: ['n'], words: 'epochs', places: ['live-training'], footer: 'shown' },
  { action: 'try-on-pad', keys: ['p'], words: 'draw with it', places: ['live-training'], footer: 'shown' },
  { action: 'toggle-pen', keys: ['space'], words: 'pen down, up', places: pads, footer: 'shown' },
  { action: 'name-digit', keys: ['c'], words: 'correct it', places: ['live-pad'], footer: 'shown' },
  { action: 'undo', keys: ['u'], words: 'undo', places: pads, footer: 'shown' },
  { action: 'clear-drawing', keys: ['x'], words: 'clear', places: pads, footer: 'shown' },
  { action: 'toggle-eraser', keys: ['e'], words: 'eraser', places: pads, footer: 'shown' },
  { action: 'save-drawing', keys: ['s'], words: 'save', places: ['live-pad'], footer: 'shown' },
  { action: 'pad-model', keys: ['m'], words: 'model', places: ['live-pad'], footer: 'shown' },
  { action: 'train-on-mine', keys: ['f'], words: 'train on yours', places: ['live-pad'], footer: 'shown' },
  { action: 'redo', keys: ['y'], words: 'redo', places: pads, footer: 'hidden' },
  { action: 'thicker', keys: ['+', '='], words: 'thicker brush', places: pads, footer: 'hidden' },
  { action: 'thinner', keys: ['-'], words: 'thinner brush', places: pads, footer: 'hidden' },
  { action: 'move-pen-left', keys: ['left', 'h'], words: 'move the pen left', places: pads, footer: 'hidden' },
  { action: 'move-pen-right', keys: ['right', 'l'], words: 'move the pen right', places: pads, footer: 'hidden' },
  { action: 'move-pen-up', keys: ['up', 'k'], words: 'move the pen up', places: pads, footer: 'hidden' },
  { action: 'move-pen-down', keys: ['down', 'j'], words: 'move the pen down', places: pads, footer: 'hidden' },

  // Analytics: curves, network
  { action: 'chart-below', keys: ['down', 'j'], words: 'next chart', places: ['analytics-curves'], footer: 'hidden' },
  { action: 'chart-above', keys: ['up', 'k'], words: 'previous chart', places: ['analytics-curves'], footer: 'hidden' },
  { action: 'write-report', keys: ['e'], words: 'write a report', places: ['analytics-curves', 'analytics-network'], footer: 'shown' },
  { action: 'measure', keys: ['m'], words: 'measure', places: ['analytics-network'], footer: 'shown' },

  // Analytics: scores, a cell, a sample, calibration
  { action: 'open-cell', keys: ['enter'], words: 'pictures', places: ['analytics-scores'], footer: 'shown' },
  { action: 'raise-threshold', keys: ['right', 'l'], words: 'stricter', places: ['analytics-calibration'], footer: 'shown' },
  { action: 'lower-threshold', keys: ['left', 'h'], words: 'looser', places: ['analytics-calibration'], footer: 'hidden' },
  { action: 'open-unserved', keys: ['enter'], words: 'held back', places: ['analytics-calibration'], footer: 'shown' },
  { action: 'choose-samples', keys: ['s'], words: 'samples', places: scoredViews, footer: 'shown' },
  { action: 'next-mistake', keys: ['n'], words: 'next mistake', places: ['analytics-scores'], footer: 'shown' },
  { action: 'previous-mistake', keys: ['p'], words: 'previous mistake', places: ['analytics-scores'], footer: 'hidden' },
  { action: 'score-again', keys: ['r'], words: 'score again', places: scoredViews, footer: 'hidden' },
  { action: 'open-sample', keys: ['enter'], words: 'large', places: ['analytics-cell'], footer: 'shown' },
  { action: 'toggle-size', keys: ['f'], words: 'larger or smaller', places: pagedGrids, footer: 'shown' },
  { action: 'go-left', keys: ['left', 'h'], words: 'left', places: grids, footer: 'hidden' },
  { action: 'go-right', keys: ['right', 'l'], words: 'right', places: grids, footer: 'hidden' },
  { action: 'go-up', keys: ['up', 'k'], words: 'up', places: grids, footer: 'hidden' },
  { action: 'go-down', keys: ['down', 'j'], words: 'down', places: grids, footer: 'hidden' },
  { action: 'next-page', keys: ['pagedown'], words: 'next page', places: pagedGrids, footer: 'shown' },
  { action: 'previous-page', keys: ['pageup'], words: 'previous page', places: pagedGrids, footer: 'hidden' },
  { action: 'go-first', keys: ['home'], words: 'first', places: pagedGrids, footer: 'hidden' },
  { action: 'go-last', keys: ['end'], words: 'last', places: pagedGrids, footer: 'hidden' },
  { action: 'show-why', keys: ['w', 'enter'], words: 'why', places: ['analytics-sample'], footer: 'shown' },
  { action: 'show-layers', keys: ['v'], words: 'what layers see', places: ['analytics-sample'], footer: 'shown' },
  { action: 'next-sample', keys: ['n', 'right', 'l'], words: 'next sample', places: ['analytics-sample', 'training-sample'], footer: 'shown' },
  { action: 'previous-sample', keys: ['p', 'left', 'h'], words: 'previous', places: ['analytics-sample', 'training-sample'], footer: 'shown' },
  { action: 'next-layer', keys: ['down', 'j'], words: 'next layer', places: ['analytics-sample'], footer: 'shown' },
  { action: 'previous-layer', keys: ['up', 'k'], words: 'previous layer', places: ['analytics-sample'], footer: 'hidden' },
  { action: 'next-channels', keys: ['pagedown'], words: 'more channels', places: ['analytics-sample'], footer: 'shown' },
  { action: 'previous-channels', keys: ['pageup'], words: 'previous channels', places: ['analytics-sample'], footer: 'hidden' },

  // Analytics: epochs, comparison
  { action: 'play-epochs', keys: ['space'], words: 'film', places: ['analytics-epochs'], footer: 'shown' },
  { action: 'toggle-matrix', keys: ['m'], words: 'matrix', places: ['analytics-epochs'], footer: 'shown' },
  { action: 'easier-sample', keys: ['n', 'down', 'j'], words: 'picture', places: ['analytics-epochs'], footer: 'shown' },
  { action: 'harder-sample', keys: ['p', 'up', 'k'], words: 'picture before', places: ['analytics-epochs'], footer: 'hidden' },
  { action: 'trace-file', keys: ['f'], words: 'a picture of a file', places: ['analytics-epochs'], footer: 'shown' },
  { action: 'previous-epoch', keys: ['left', 'h'], words: 'earlier epoch', places: ['analytics-epochs'], footer: 'hidden' },
  { action: 'next-epoch', keys: ['right', 'l'], words: 'later epoch', places: ['analytics-epochs'], footer: 'hidden' },
  { action: 'epochs-begin', keys: ['home'], words: 'first epoch', places: ['analytics-epochs'], footer: 'hidden' },
  { action: 'epochs-end', keys: ['end'], words: 'last epoch', places: ['analytics-epochs'], footer: 'hidden' },
  { action: 'look-again', keys: ['r'], words: 'try again', places: ['analytics-epochs'], footer: 'hidden' },
  { action: 'choose-rival', keys: ['b'], words: 'rival', places: ['analytics-compare'], footer: 'shown' },
  { action: 'choose-common', keys: ['s'], words: 'samples', places: ['analytics-compare'], footer: 'shown' },
  { action: 'enlarge-decisive', keys: ['enter'], words: 'large', places: ['analytics-compare'], footer: 'shown' },
  { action: 'switch-side', keys: ['x'], words: 'other side', places: ['analytics-compare'], footer: 'shown' },
  { action: 'toggle-settings', keys: ['t'], words: 'settings', places: ['analytics-compare'], footer: 'shown' },
  { action: 'next-decisive', keys: ['right', 'l', 'n'], words: 'next picture', places: ['analytics-compare'], footer: 'hidden' },
  { action: 'previous-decisive', keys: ['left', 'h', 'p'], words: 'previous picture', places: ['analytics-compare'], footer: 'hidden' },
  { action: 'decisive-below', keys: ['down', 'j'], words: 'picture below', places: ['analytics-compare'], footer: 'hidden' },
  { action: 'decisive-above', keys: ['up', 'k'], words: 'picture above', places: ['analytics-compare'], footer: 'hidden' },
  { action: 'next-decisive-page', keys: ['pagedown'], words: 'next page', places: ['analytics-compare'], footer: 'hidden' },
  { action: 'previous-decisive-page', keys: ['pageup'], words: 'previous page', places: ['analytics-compare'], footer: 'hidden' },
  { action: 'compare-again', keys: ['r'], words: 'compare again', places: ['analytics-compare'], footer: 'hidden' },

  // Models
  { action: 'open-model', keys: ['enter'], words: 'open', places: ['models'], footer: 'shown' },
  { action: 'import-model', keys: ['i'], words: 'import', places: ['models'], footer: 'shown' },
  { action: 'export-model', keys: ['e'], words: 'export', places: modelPlaces, footer: 'shown' },
  { action: 'choose-default', keys: ['m'], words: 'default', places: modelPlaces, footer: 'shown' },
  { action: 'rename-model', keys: ['r'], words: 'rename', places: modelPlaces, footer: 'shown' },
  { action: 'delete-model', keys: ['d'], words: 'delete', places: modelPlaces, footer: 'shown' },
  { action: 'undo-delete', keys: ['u'], words: 'undo', places: ['models'], footer: 'shown' },
  { action: 'fine-tune', keys: ['t'], words: 'train it on', places: modelPlaces, footer: 'shown' },
  { action: 'verify-model', keys: ['v'], words: 'verify its files', places: modelPlaces, footer: 'hidden' },

  // Lists
  { action: 'move-up', keys: ['up', 'k'], words: 'up', places: lists, footer: 'hidden' },
  { action: 'move-down', keys: ['down', 'j'], words: 'down', places: lists, footer: 'hidden' },
  { action: 'page-up', keys: ['pageup'], words: 'page up', places: longLists, footer: 'hidden' },
  { action: 'page-down', keys: ['pagedown'], words: 'page down', places: longLists, footer: 'hidden' },

  // Everywhere
  { action: 'back', keys: ['escape'], words: 'back', places: ['global'], footer: 'hidden' },
  { action: 'open-home', keys: ['1'], words: 'Home', places: ['global'], footer: 'hidden' },
  { action: 'open-training', keys: ['2'], words: 'Training', places: ['global'], footer: 'hidden' },
  { action: 'open-recognition', keys: ['3'], words: 'Recognition', places: ['global'], footer: 'hidden' },
  { action: 'open-live-demo', keys: ['4'], words: 'Live Demo', places: ['global'], footer: 'hidden' },
  { action: 'open-analytics', keys: ['5'], words: 'Analytics', places: ['global'], footer: 'hidden' },
  { action: 'open-about', keys: ['6'], words: 'About', places: ['global'], footer: 'hidden' },
  { action: 'open-models', keys: ['7'], words: 'Models', places: ['global'], footer: 'hidden' },
  { action: 'toggle-stage', keys: ['z'], words: 'stage mode, for a projector', places: ['global'], footer: 'hidden' },
  { action: 'palette', keys: [':', 'ctrl+p'], words: 'find any command', places: ['global'], footer: 'hidden' },
  { action: 'preferences', keys: [','], words: 'preferences', places: ['global'], footer: 'hidden' },
  { action: 'help', keys: ['?'], words: 'help', places: ['global'], footer: 'shown' },
  { action: 'leave', keys: ['q', 'ctrl+c'], words: 'leave', places: ['global'], footer: 'shown' },
] as const satisfies readonly BindingShape[];

export type Action = (typeof keyTable)[number]['action'];

export interface KeyBinding extends BindingShape {
  readonly action: Action;
}
