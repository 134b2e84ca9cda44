import { errorLine } from '../../core/problem.js';
import type { ReadDrawingAnswer, ReadDrawingParams, WeightsRef } from '../../host/protocol.js';
import type { HostConnection } from '../host-connection.js';
import { smallDrawing } from './canvas-drawing.js';

/** What is asked of the host about a drawing, and who wants to know. */
export interface DrawingQuestion {
  pixels: Uint8Array;
  weights: WeightsRef;
  onAnswer: (answer: ReadDrawingAnswer) => void;
  /** Called with the one line that says why there is no answer. */
  onProblem: (problem: string) => void;
}

/**
 * Asks the host what a drawing is, one question at a time. What comes next is chosen when the answer before it is
 * here, so that of all that was drawn meanwhile only the newest is asked about.
 */
export class DrawingReader {
  readonly #connection: Pick<HostConnection, 'client'>;
  readonly #next: () => DrawingQuestion | undefined;
  #isAsking = false;

  /** @param next the question to be asked now, and not again; undefined where there is none */
  constructor(connection: Pick<HostConnection, 'client'>, next: () => DrawingQuestion | undefined) {
    this.#connection = connection;
    this.#next = next;
  }

  /** To be called whenever there may be something to ask. */
  wake(): void {
    if (!this.#isAsking) void this.#askAll();
  }

  async #askAll(): Promise<void> {
    this.#isAsking = true;
    // What the mouse did since it was last heard of comes all at once: the last of it is asked about.
    await Promise.resolve();
    for (let question = this.#next(); question; question = this.#next()) await this.#ask(question);
    this.#isAsking = false;
  }

  async #ask({ pixels, weights, onAnswer, onProblem }: DrawingQuestion): Promise<void> {
    const params: ReadDrawingParams = { ...smallDrawing(pixels), weights };
    try {
      const host = await this.#connection.client();
      onAnswer(await host.live.readDrawing(params));
    } catch (error) {
      onProblem(errorLine(error));
    }
  }
}
