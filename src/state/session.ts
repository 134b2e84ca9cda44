import { homedir } from 'node:os';
import { join } from 'node:path';
import { programRoot, type Workspace } from '../host/workspace.js';
import { FileBrowser } from './file-browser-store.js';
import { connectionTo, type HostConnection } from './host-connection.js';
import { Recognition } from './recognition-store.js';
import { RunStore } from './run-store.js';
import { TrainingForm } from './training-form-store.js';
import { findSources } from './training-sources.js';

/** All that the app knows, from its opening to its end; screens come and go over it. */
export class Session {
  readonly workspace: Workspace;
  readonly connection: HostConnection;
  readonly runs: RunStore;
  readonly form: TrainingForm;
  readonly recognition: Recognition;
  readonly browser: FileBrowser;

  constructor(workspace: Workspace, connection = connectionTo(workspace)) {
    const samples = join(programRoot, 'examples', 'sample_digits');
    this.workspace = workspace;
    this.connection = connection;
    this.runs = new RunStore(connection);
    this.form = new TrainingForm(connection, workspace);
    this.recognition = new Recognition({
      connect: () => connection.client(),
      samples,
    });
    this.browser = new FileBrowser({
      places: [
        { name: 'examples', folder: samples },
        { name: 'workspace', folder: workspace.root },
        { name: 'home', folder: homedir() },
      ],
      home: homedir(),
    });
  }

  /** To be called when the first frame has been drawn. */
  open(): void {
    this.connection.store.subscribe((state, before) => {
      if (state.runs !== before.runs) void this.#findSources();
    });
    void this.#findSources();
    this.connection.open();
  }

  close(): void {
    this.form.cancel();
    this.recognition.stop();
    this.runs.close();
    this.connection.close();
  }

  async #findSources(): Promise<void> {
    const places = { workspace: this.workspace.root, program: programRoot };
    this.form.setSources(await findSources(places, this.connection.store.getState().runs));
  }
}
