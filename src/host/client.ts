import type { Socket } from 'node:net';
import type { MessageConnection } from 'vscode-jsonrpc/node';
import type { RunEvent } from '../core/run/event.js';
import { hostAddress } from './address.js';
import { AnalysisClient } from './analysis-client.js';
import { type CallOptions, Calls } from './calls.js';
import { clientName } from './client-name.js';
import { connectTo } from './connect.js';
import { DataClient } from './data-client.js';
import { LiveClient } from './live-client.js';
import { meetHost } from './meet-host.js';
import { messagesOver } from './messages.js';
import { ModelsClient } from './models-client.js';
import * as protocol from './protocol.js';
import { RunsClient } from './runs-client.js';
import type { Workspace } from './workspace.js';

type RunHandlers = {
  event: (run: string, event: RunEvent) => void;
  loading: (run: string, progress: protocol.LoadProgress) => void;
};

/** A connection to the workspace's host, with one method a request. */
export class HostClient {
  readonly #connection: MessageConnection;
  readonly #socket: Socket;
  readonly #calls: Calls;
  readonly analysis: AnalysisClient;
  readonly data: DataClient;
  readonly live: LiveClient;
  readonly models: ModelsClient;
  readonly runs: RunsClient;

  private constructor(socket: Socket) {
    this.#socket = socket;
    this.#connection = messagesOver(socket);
    this.#calls = new Calls(this.#connection);
    this.analysis = new AnalysisClient(this.#calls);
    this.data = new DataClient(this.#calls);
    this.live = new LiveClient(this.#calls);
    this.models = new ModelsClient(this.#calls);
    this.runs = new RunsClient(this.#calls);
    // Only disposing rejects the requests that still wait for an answer.
    socket.once('close', () => this.#connection.dispose());
    this.#connection.listen();
  }

  /**
   * Attaches to the host of a workspace, which is started where there is none. One of another build is followed by
   * another where nothing runs in it.
   *
   * @param name what others are told that this client is
   * @throws Problem where the host does not start, or is of another build and cannot leave
   */
  static async connect(workspace: Workspace, name = clientName('digitscope')): Promise<HostClient> {
    return meetHost(workspace, name, (socket) => new HostClient(socket));
  }

  /** Attaches to the host of a workspace of whatever build, where there is one. */
  static async find(workspace: Workspace): Promise<HostClient | undefined> {
    const socket = await connectTo(hostAddress(workspace).socket);
    return socket && new HostClient(socket);
  }

  /** What the host does and for whom. */
  async status(): Promise<protocol.HostStatus> {
    return protocol.hostStatus.parse(await this.#calls.request0(protocol.statusRequest));
  }

  introduce(name: string): Promise<void> {
    return this.#calls.request(protocol.introduceRequest, { name });
  }

  leave(): Promise<void> {
    return this.#calls.request0(protocol.leaveRequest);
  }

  /** Ends the host. @throws Problem where a run is under way or waits, and `when` is not `now` */
  stop(params: protocol.StopHostParams): Promise<void> {
    return this.#calls.request(protocol.stopHostRequest, params);
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
