import { toPrediction } from '../../../src/core/prediction.js';
import type {
  ReadDrawingAnswer,
  ReadDrawingParams,
  SaveDrawingParams,
} from '../../../src/host/protocol.js';
import { FakeHost } from '../run-fakes.js';

/** What a network answers that is sure of a digit. */
export function drawingAnswer(
  digit: number,
  { name = 'mnist-fast', confidence = 0.91 }: { name?: string; confidence?: number } = {},
): ReadDrawingAnswer {
  const probabilities = Array.from({ length: 10 }, (_, index) =>
    index === digit ? confidence : (1 - confidence) / 9,
  );
  return {
    ...toPrediction(probabilities),
    name,
    milliseconds: 4.2,
    seen: { pixels: Buffer.alloc(784).toString('base64'), stages: [], blank: false },
  };
}

interface Question {
  params: ReadDrawingParams;
  answer: (answer: ReadDrawingAnswer) => void;
  fail: (error: Error) => void;
}

/** A host that is asked about drawings; the test answers. */
export class DrawingHost extends FakeHost {
  readonly questions: Question[] = [];
  readonly saved: SaveDrawingParams[] = [];
  readonly forgotten: string[] = [];
  readonly perClass = Array<number>(10).fill(0);
  /** What is thrown instead of saving, or taking back. */
  saveProblem?: Error;

  live = {
    readDrawing: (params: ReadDrawingParams) =>
      new Promise<ReadDrawingAnswer>((answer, fail) => {
        this.questions.push({ params, answer, fail });
      }),
    saveDrawing: async (params: SaveDrawingParams) => {
      if (this.saveProblem) throw this.saveProblem;
      this.saved.push(params);
      const { label } = params;
      if (label === undefined) return { file: '/work/drawings/a.png' };
      this.perClass[label]++;
      return { file: `/work/data/mine/${label}/a.png` };
    },
    forgetDrawing: async (file: string) => {
      if (this.saveProblem) throw this.saveProblem;
      this.forgotten.push(file);
    },
    ownDigits: async () => ({ folder: '/work/data/mine', perClass: [...this.perClass] }),
  };

  get last(): Question {
    const last = this.questions.at(-1);
    if (!last) throw new Error('nothing was asked');
    return last;
  }
}
