import { homedir } from 'node:os';
import { join } from 'node:path';
import { programRoot, type Workspace } from '../host/workspace.js';
import { Analytics } from './analytics/analytics-store.js';
import { Compare } from './analytics/compare-store.js';
import { Epochs } from './analytics/epochs-store.js';
import { Scores } from './analytics/scores.js';
import type { Purpose } from './file-browser-rows.js';
import type { Place } from './file-browser-state.js';
import { FileBrowser } from './file-browser-store.js';
import { connectionTo, type HostConnection } from './host-connection.js';
import { LiveDemo } from './live/live-demo-store.js';
import { Pad } from './live/pad-store.js';
import { TrainingDemo } from './live/training-demo-store.js';
import { ImportStore } from './models/import-store.js';
import { ModelsStore } from './models/models-store.js';
import { recentPlaces, userDataFolder } from './places-file.js';
import { previewsOf } from './recognition-previews.js';
import { Recognition } from './recognition-store.js';
import { RunStore } from './run-store.js';
import { RunBook } from './runs/run-book.js';
import { DataLook } from './training-data/data-look.js';
import { TrainingForm } from './training-form-store.js';
import { findSources } from './training-sources.js';

/** All that the app knows, from its opening to its end; screens come and go over it. */
export class Session {
  readonly workspace: Workspace;
  readonly connection: HostConnection;
  readonly runs: RunStore;
  readonly form: TrainingForm;
  readonly data: DataLook;
  readonly book: RunBook;
  readonly recognition: Recognition;
  readonly live: LiveDemo;
  readonly pad: Pad;
  readonly trainingDemo: TrainingDemo;
  readonly analytics: Analytics;
  readonly scores: Scores;
  readonly epochs: Epochs;
  readonly compare: Compare;
  readonly models: ModelsStore;
  readonly imports: ImportStore;
  /** Chooses what is read. */
  readonly browser: FileBrowser;
  /** Chooses what is trained on. */
  readonly dataBrowser: FileBrowser;
  /** Chooses a model of another program. */
  readonly modelBrowser: FileBrowser;

  /** @param dataFolder where what is remembered is kept */
  constructor(
    workspace: Workspace,
    connection = connectionTo(workspace),
    dataFolder = userDataFolder(),
  ) {
    const samples = join(programRoot, 'examples', 'sample_digits');
    this.workspace = workspace;
    this.connection = connection;
    this.runs = new RunStore(connection);
    this.form = new TrainingForm(connection, workspace);
    this.data = new DataLook({
      connection,
      form: this.form,
      results: join(workspace.root, 'results'),
    });
    this.book = new RunBook({ connection, runs: this.runs, form: this.form });
    this.recognition = new Recognition({
      connect: () => connection.client(),
      samples,
      results: join(workspace.root, 'results'),
    });
    this.pad = new Pad(connection, workspace);
    const { board } = this.pad;
    this.trainingDemo = new TrainingDemo({
      connection,
      workspace,
      board,
      runs: this.runs,
      form: this.form,
    });
    this.analytics = new Analytics(connection, { runs: this.runs, root: workspace.root });
    this.epochs = new Epochs(connection);
    this.compare = new Compare({
      analytics: this.analytics,
      sources: () => this.form.store.getState().sources,
    });
    this.models = new ModelsStore(connection, workspace.root);
    this.imports = new ImportStore(this.models);
    const here = { name: 'workspace', folder: workspace.root };
    const home = { name: 'home', folder: homedir() };
    const browserFor = (purpose: Purpose, places: readonly [Place, ...Place[]]) =>
      new FileBrowser({
        purpose,
        places,
        recent: recentPlaces(purpose, dataFolder),
        home: home.folder,
        previews: previewsOf(() => connection.client()),
      });
    const examples = { name: 'examples', folder: samples };
    this.browser = browserFor('pictures', [examples, here, home]);
    this.dataBrowser = browserFor('dataset', [here, home]);
    this.modelBrowser = browserFor('model', [here, home]);
    this.live = new LiveDemo(connection, {
      workspace: workspace.root,
      program: programRoot,
      folders: browserFor('folder', [here, examples, home]),
    });
    this.scores = new Scores({
      analytics: this.analytics,
      form: this.form,
      workspace,
      browser: this.dataBrowser,
    });
  }

  /** To be called when the first frame has been drawn. */
  open(): void {
    this.connection.store.subscribe((state, before) => {
      if (state.runs !== before.runs) void this.#findSources();
    });
    // A drawing that is kept may be the first one that there is to train on.
    this.pad.store.subscribe((state, before) => {
      if (state.own !== before.own) void this.#findSources();
    });
    void this.#findSources();
    this.connection.open();
  }

  close(): void {
    this.form.cancel();
    this.recognition.stop();
    this.live.close();
    this.imports.close();
    this.runs.close();
    this.connection.close();
  }

  async #findSources(): Promise<void> {
    const places = { workspace: this.workspace.root, program: programRoot };
    this.form.setSources(await findSources(places, this.connection.store.getState().runs));
  }
}
