import type { Analyses } from './analysis/analyses.js';
import type { Classifiers } from './classifiers.js';
import type { DataSets } from './data/data-sets.js';
import type { Datasets } from './datasets.js';
import type { HostLife } from './host-life.js';
import type { Drawings } from './live/drawings.js';
import type { Models } from './models/models.js';
import type { Predictions } from './predictions.js';
import type { Runs } from './runs/runs.js';
import type { Workspace } from './workspace.js';

/** What the host can do, shared by all connections. */
export interface HostServices {
  workspace: Workspace;
  runs: Runs;
  datasets: Datasets;
  dataSets: DataSets;
  models: Models;
  predictions: Predictions;
  classifiers: Classifiers;
  analyses: Analyses;
  drawings: Drawings;
  life: HostLife;
}
