import type { BindingShape } from '../binding.js';
import { analyticsViews, grids, pagedGrids, scoredViews } from '../places.js';

/** Analytics, view by view. */
// biome-ignore format: a table is read line by line
export const analyticsKeys = [
  // Analytics: all views
  { action: 'choose-subject', keys: ['o'], words: 'model or run', places: analyticsViews, footer: 'shown' },
  { action: 'next-view', keys: ['tab'], words: 'next view', places: analyticsViews, footer: 'shown' },
  { action: 'previous-view', keys: ['shift+tab'], words: 'previous view', places: analyticsViews, footer: 'hidden' },

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
] as const satisfies readonly BindingShape[];
