/** Screens, the places in them, and groups of places that share keys. */

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

export const analyticsViews = [
  'analytics-curves',
  'analytics-network',
  'analytics-scores',
  'analytics-calibration',
  'analytics-epochs',
  'analytics-compare',
] as const;

export const scoredViews = ['analytics-scores', 'analytics-calibration'] as const;

/** Where a run is drawn epoch by epoch. */
export const curves = ['training-run', 'training-past', 'analytics-curves'] as const;

/** Where a chart has an axis of epochs. */
export const epochCharts = [...curves, 'training-comparison'] as const;

/** Where settings are filled in. */
export const settingsForms = ['training-form', 'training-sweep-form'] as const;

/** Where Tab goes from chart to chart. */
export const panelled = ['training-run', 'training-past', 'training-comparison'] as const;

export const pads = ['live-pad', 'live-training'] as const;

export const modelPlaces = ['models', 'models-page'] as const;

export const lists = [
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

export const longLists = [
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
export const grids = [
  'analytics-scores',
  'analytics-cell',
  'training-data',
  'training-sweep',
] as const;

/** Where cells come in pages. */
export const pagedGrids = ['analytics-cell', 'training-data'] as const;

export const digits = ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9'] as const;
