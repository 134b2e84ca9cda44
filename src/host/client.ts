import type { Socket } from 'node:net';
import type { MessageConnection } from 'vscode-jsonrpc/node';
import { Problem } from '../core/problem.js';
import type { RunEvent } from '../core/run/event.js';
import { hostAddress } from './address.js';
import { AnalysisClient } from './analysis-client.js';
import { type CallOptions, Calls } from './calls.js';
import { connectTo } from './connect.js';
import { LiveClient } from './live-client.js';
import { messagesOver } from './messages.js';
import { ModelsClient } from './models-client.js';
import * as protocol from './protocol.js';
import { RunsClient } from './runs-client.js';
import { startHost } from './start-host.js';
import { programBuild, type Workspace } from './workspace.js';

type RunHandlers = {
  event: (run: string, event: RunEvent) => void;
  loading: (run: string, progress: protocol.LoadProgress) => void;
};

/** Milliseconds that a host has to open its socket. */
const startTimeout = 15_000;
const retryInterval = 40;

/** A connection to the workspace's host, with one method a request. */
export class HostClient {
  readonly #connection: MessageConnection;
  readonly #socket: Socket;
  readonly #calls: Calls;
  readonly analysis: AnalysisClient;
  readonly live: LiveClient;
  readonly models: ModelsClient;
  readonly runs: RunsClient;

  private constructor(socket: Socket) {
    this.#socket = socket;
    this.#connection = messagesOver(socket);
    this.#calls = new Calls(this.#connection);
    this.analysis = new AnalysisClient(this.#calls);
    this.live = new LiveClient(this.#calls);
    this.models = new ModelsClient(this.#calls);
    this.runs = new RunsClient(this.#calls);
    // Only disposing rejects the requests that still wait for an answer.
    socket.once('close', () => this.#connection.dispose());
    this.#connection.listen();
  }

  /** Attaches to the host of a workspace, which is started where there is none. */
  static async connect(workspace: Workspace): Promise<HostClient> {
    const { socket, log } = hostAddress(workspace);
    const deadline = performance.now() + startTimeout;
    let asked = false;
    let other = false;
    while (performance.now() < deadline) {
      const open = await connectTo(socket);
      if (open) {
        const client = new HostClient(open);
        if (await client.#isOurs()) return client;
        client.close();
        asked = false;
        other = true;
      } else if (!asked) {
        startHost(workspace, log);
        asked = true;
        other = false;
      }
      await new Promise((resolve) => setTimeout(resolve, retryInterval));
    }
    if (other) {
      throw new Problem('a host of another version is still at work here', {
        remedy: 'leave the program that uses it, or let its run end',
      });
    }
    throw new Problem('the host did not start', {
      remedy: `see ${log}, or run \`digitscope host\` to watch it`,
    });
  }

  /** False where the host is about to end, or is of another build and was asked to. */
  async #isOurs(): Promise<boolean> {
    try {
      if ((await this.hello()).build === programBuild) return true;
      await this.#calls.request0(protocol.leaveRequest);
      return false;
    } catch {
      return false;
    }
  }

  hello(): Promise<protocol.HostFacts> {
    return this.#calls.request0(protocol.helloRequest);
  }

  listModels(): Promise<protocol.ModelSummary[]> {
    return this.#calls.request0(protocol.listModelsRequest);
  }

  listRuns(): Promise<protocol.RunSummary[]> {
    return this.#calls.request0(protocol.listRunsRequest);
  }

  describeData(
    source: string,
    options: CallOptions<protocol.LoadProgress> = {},
  ): Promise<protocol.DataSummary> {
    return this.#calls.withProgress(
      protocol.describeDataRequest,
      protocol.loadProgress,
      { source },
      options,
    );
  }

  startRun(params: protocol.StartRunParams): Promise<{ run: string }> {
    return this.#calls.request(protocol.startRunRequest, params);
  }

  attachRun(run: string): Promise<{ events: RunEvent[] }> {
    return this.#calls.request(protocol.attachRunRequest, { run });
  }

  stopRun(run: string): Promise<void> {
    return this.#calls.request(protocol.stopRunRequest, { run });
  }

  predict(
    params: Omit<protocol.PredictParams, 'progress'>,
    options: CallOptions<protocol.PredictProgress> = {},
  ): Promise<protocol.PredictAnswer> {
    return this.#calls.withProgress(
      protocol.predictRequest,
      protocol.predictProgress,
      params,
      options,
    );
  }

  evaluate(
    params: Omit<protocol.EvaluateParams, 'progress'>,
    options: CallOptions<protocol.LoadProgress> = {},
  ): Promise<protocol.EvaluateAnswer> {
    return this.#calls.withProgress(
      protocol.evaluateRequest,
      protocol.loadProgress,
      params,
      options,
    );
  }

  preview(params: protocol.PreviewParams): Promise<protocol.PicturePreview> {
    return this.#calls.request(protocol.previewRequest, params);
  }

  /** What the stages make of a picture. */
  explainPicture(params: protocol.ExplainPictureParams): Promise<protocol.PictureExplanation> {
    return this.#calls.request(protocol.explainPictureRequest, params);
  }

  /** Hears of all runs that this client started or attached to. */
  onRun({ event, loading }: RunHandlers): void {
    this.#connection.onNotification(protocol.runEventNotification, (told) =>
      event(told.run, told.event),
    );
    this.#connection.onNotification(protocol.runLoadingNotification, ({ run, ...progress }) =>
      loading(run, progress),
    );
  }

  /** Called when a run has begun or ended, whoever asked for it. */
  onRunsChanged(handler: () => void): void {
    this.#connection.onNotification(protocol.runsChangedNotification, handler);
  }

  /** Called when a model has come, gone or changed, whoever asked for it. */
  onModelsChanged(handler: () => void): void {
    this.#connection.onNotification(protocol.modelsChangedNotification, handler);
  }

  /** Called once when the host is gone, however that came. */
  onClose(handler: () => void): void {
    this.#connection.onClose(handler);
  }

  close(): void {
    this.#connection.dispose();
    this.#socket.destroy();
  }
}
