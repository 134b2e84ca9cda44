import { join } from 'node:path';
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { FileBrowser } from '../file-browser-store.js';
import type { HostConnection } from '../host-connection.js';
import { preferredModel } from '../recognition-state.js';
import { Recognition } from '../recognition-store.js';
import { BatchDemo } from './batch-demo.js';
import { FolderWatch } from './folder-watch.js';
import { Guide } from './guide.js';
import { QuickDemo } from './quick-demo.js';
import { Quiz } from './quiz-store.js';

/** What can be shown to a room; `menu` is the list of the others. */
export type LiveMode =
  | 'menu'
  | 'quick'
  | 'pad'
  | 'watch'
  | 'batch'
  | 'quiz'
  | 'training'
  | 'guide'
  | 'model';

export interface LiveDemoState {
  mode: LiveMode;
  /** The model that all demonstrations ask; undefined for the one that the workspace prefers. */
  model: string | undefined;
  /** The line of the list that is looked at. */
  place: number;
}

export interface LiveDemoOptions {
  /** The folder of the workspace: `inbox` and `results` are in it. */
  workspace: string;
  /** The program's own folder, with its pictures. */
  program: string;
  /** Chooses a folder for any demonstration. */
  folders: FileBrowser;
}

/** Which demonstration is open, what it asks, and each of them. */
export class LiveDemo {
  readonly connection: HostConnection;
  readonly folders: FileBrowser;
  readonly store: StoreApi<LiveDemoState> = createStore<LiveDemoState>(() => ({
    mode: 'menu',
    model: undefined,
    place: 0,
  }));
  readonly quick: QuickDemo;
  readonly watch: FolderWatch;
  readonly batch: BatchDemo;
  readonly quiz: Quiz;
  readonly guide: Guide;

  constructor(connection: HostConnection, { workspace, program, folders }: LiveDemoOptions) {
    const connect = () => connection.client();
    const samples = join(program, 'examples', 'sample_digits');
    this.connection = connection;
    this.folders = folders;
    this.quick = new QuickDemo(new Recognition({ connect, samples }));
    this.watch = new FolderWatch({ connect, inbox: join(workspace, 'inbox') });
    this.batch = new BatchDemo({
      recognition: new Recognition({ connect, samples }),
      results: join(workspace, 'results'),
    });
    this.quiz = new Quiz({
      connect,
      sources: ['mnist:test', join(program, 'data', 'digits_jpeg')],
    });
    this.guide = new Guide({ connect, folder: join(program, 'examples', 'guidelines') });
  }

  open(mode: LiveMode): void {
    this.store.setState({ mode });
  }

  lookAt(place: number): void {
    this.store.setState({ place });
  }

  /** Every demonstration asks it from now on. */
  chooseModel(model: string): void {
    this.store.setState({ model });
  }

  /** The name of the model that answers; undefined while none is known. */
  get modelName(): string | undefined {
    const { models } = this.connection.store.getState();
    const preferred = models && preferredModel({ status: 'ready', models });
    return this.store.getState().model ?? preferred;
  }

  close(): void {
    this.quick.leave();
    this.batch.recognition.stop();
    this.watch.stop();
    this.quiz.cancel();
  }
}
