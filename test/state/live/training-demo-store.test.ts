import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { Problem } from '../../../src/core/problem.js';
import type { RunEvent } from '../../../src/core/run/event.js';
import type { Workspace } from '../../../src/host/workspace.js';
import { Board } from '../../../src/state/live/board.js';
import { TrainingDemo } from '../../../src/state/live/training-demo-store.js';
import { RunStore } from '../../../src/state/run-store.js';
import { TrainingForm } from '../../../src/state/training-form-store.js';
import { at, connectionOf, epochEnded, epochStarted, started } from '../run-fakes.js';
import { DrawingHost, drawingAnswer } from './drawing-fakes.js';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const soon = () => vi.advanceTimersByTimeAsync(0);
/** As long as the runs gather events, and as a drawing has to be at rest. */
const later = () => vi.advanceTimersByTimeAsync(300);

const kept = (epoch: number): RunEvent => ({
  type: 'weights-kept',
  at: at(epoch * 10),
  epoch,
  file: `checkpoints/epoch-${epoch}.safetensors`,
});
const epochs = (...numbers: number[]) =>
  numbers.flatMap((epoch) => [epochStarted(epoch), epochEnded(epoch, 0.9), kept(epoch)]);

async function opened() {
  const host = new DrawingHost();
  const connection = connectionOf(host);
  const workspace = { root: '/work' } as Workspace;
  const runs = new RunStore(connection);
  const form = new TrainingForm(connection, workspace);
  form.setSources(['mnist', 'data/digits_jpeg']);
  const board = new Board();
  const demo = new TrainingDemo({ connection, workspace, runs, board, form });
  connection.open();
  await soon();
  demo.open();
  return { host, runs, board, demo, state: () => demo.store.getState() };
}

async function running() {
  const all = await opened();
  await all.demo.start();
  all.host.tell(started, ...epochs(1));
  await later();
  return all;
}

async function answerAll(host: DrawingHost, digit: number): Promise<void> {
  for (let asked = 0; asked < host.questions.length; ) {
    asked = host.questions.length;
    host.last.answer(drawingAnswer(digit));
    await later();
  }
}
const asked = ({ questions }: DrawingHost) =>
  questions.map(({ params }) => ('epoch' in params.weights ? params.weights.epoch : undefined));

it('trains from nothing on what is chosen, with the fast recipe', async () => {
  const { host, demo, state } = await opened();
  demo.nextSource();
  demo.nextEpochs();
  expect(state()).toMatchObject({ source: 'data/digits_jpeg', epochs: 10 });
  await demo.start();
  expect(host.started[0]).toMatchObject({
    source: 'data/digits_jpeg',
    settings: { recipe: 'fast', epochs: 10 },
  });
  demo.nextSource();
  expect(state().source).toBe('mnist');
});

it('reads the drawing with the weights of each epoch as it ends', async () => {
  const { host, board, state } = await running();
  expect(host.questions).toEqual([]);
  board.press({ x: 20, y: 20 });
  board.lift();
  await soon();
  expect(host.last.params.weights).toEqual({ run: 'mnist-classic', epoch: 1 });
  await answerAll(host, 7);
  host.tell(...epochs(2));
  await later();
  expect(asked(host)).toEqual([1, 2]);
  await answerAll(host, 4);
  expect([...state().scores].map(([epoch, { answer }]) => [epoch, answer.digit])).toEqual([
    [1, 7],
    [2, 4],
  ]);
});

it('asks the last epoch while it is drawn on, and the others when it is at rest', async () => {
  const { host, board, state } = await running();
  host.tell(...epochs(2, 3));
  await later();
  board.press({ x: 20, y: 20 });
  await soon();
  host.last.answer(drawingAnswer(7));
  await soon();
  board.drag({ x: 40, y: 40 });
  await soon();
  expect(asked(host)).toEqual([3, 3]);
  host.last.answer(drawingAnswer(7));
  await later();
  await answerAll(host, 4);
  expect(asked(host)).toEqual([3, 3, 2, 1]);
  const versions = new Set([...state().scores.values()].map(({ version }) => version));
  expect(versions.size).toBe(1);
});

it('forgets what was said of a drawing that is cleared, and of another run', async () => {
  const { host, board, state, demo } = await running();
  board.press({ x: 20, y: 20 });
  await soon();
  await answerAll(host, 7);
  board.clear();
  expect(state().scores.size).toBe(0);
  board.undo();
  await soon();
  await answerAll(host, 7);
  expect(state().scores.size).toBe(1);
  host.die();
  await later();
  await demo.start();
  expect(state().scores.size).toBe(0);
});

it('reads nothing while nobody looks, and all of it afterwards', async () => {
  const { host, board, demo } = await running();
  demo.leave();
  board.press({ x: 20, y: 20 });
  board.lift();
  host.tell(...epochs(2));
  await later();
  expect(host.questions).toEqual([]);
  demo.open();
  await later();
  await answerAll(host, 7);
  expect(asked(host)).toEqual([2, 1]);
});

it('says why the drawing could not be read, and does not ask for ever', async () => {
  const { host, board, state } = await running();
  board.press({ x: 20, y: 20 });
  board.lift();
  await soon();
  host.last.fail(new Problem('the weights are not kept', { remedy: 'train anew' }));
  await later();
  expect(state().problem).toBe('the weights are not kept: train anew');
  expect(host.questions).toHaveLength(1);
});
