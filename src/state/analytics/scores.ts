import type { FileBrowser } from '../file-browser-store.js';
import { SampleList } from './sample-list.js';
import { type ScoringOptions, ScoringStore } from './scores-store.js';

/** What the views Scores and Calibration share: the answers, and the samples that each of them opens. */
export class Scores {
  readonly scoring: ScoringStore;
  /** The samples of a cell of the confusion matrix. */
  readonly cells: SampleList;
  /** The samples that the threshold does not serve. */
  readonly unserved: SampleList;
  /** Chooses a folder of samples. */
  readonly browser: FileBrowser;

  constructor(options: ScoringOptions & { browser: FileBrowser }) {
    this.scoring = new ScoringStore(options);
    this.cells = new SampleList(this.scoring);
    this.unserved = new SampleList(this.scoring);
    this.browser = options.browser;
  }
}
