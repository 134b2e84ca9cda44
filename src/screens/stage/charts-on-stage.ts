import type { Availability } from '../../ui/keys/keys.js';

const oneChart = 'stage mode shows one chart: z leaves it';

/** Why the keys that change the charts of a run do nothing on stage. */
export const chartsOnStage: Availability = {
  'earlier-epoch': oneChart,
  'later-epoch': oneChart,
  'first-epoch': oneChart,
  'last-epoch': oneChart,
  'next-panel': oneChart,
  'previous-panel': oneChart,
  enlarge: oneChart,
  'toggle-log': oneChart,
  smooth: oneChart,
  'toggle-recent': oneChart,
};
