import { expect, it } from 'vitest';
import { Problem } from '../../../src/core/problem.js';
import { Pad } from '../../../src/state/live/pad-store.js';
import { settle } from '../recognition-fakes.js';
import { connectionOf } from '../run-fakes.js';
import { DrawingHost, drawingAnswer } from './drawing-fakes.js';

async function opened() {
  const host = new DrawingHost();
  const pad = new Pad(connectionOf(host), { root: '/work' });
  pad.open();
  await settle();
  return { host, pad, state: () => pad.store.getState() };
}

async function drawn() {
  const all = await opened();
  all.pad.board.press({ x: 20, y: 20 });
  all.pad.board.lift();
  await settle();
  return all;
}

it('asks about what is drawn, one question at a time, and of several changes about the last', async () => {
  const { host, pad, state } = await drawn();
  expect(state().reading).toEqual({ status: 'reading' });
  expect(host.last.params).toMatchObject({ width: 128, height: 128, weights: {} });
  for (let x = 30; x < 90; x += 10) {
    pad.board.press({ x, y: 20 });
    await settle();
  }
  expect(host.questions).toHaveLength(1);
  host.last.answer(drawingAnswer(7));
  await settle();
  expect(state().reading).toEqual({ status: 'ready', answer: drawingAnswer(7) });
  expect(host.questions).toHaveLength(2);
  host.last.answer(drawingAnswer(1));
  await settle();
  expect(host.questions).toHaveLength(2);
});

it('takes what the mouse did at once as one change', async () => {
  const { host, pad } = await opened();
  pad.board.press({ x: 20, y: 20 });
  pad.board.drag({ x: 40, y: 20 });
  pad.board.drag({ x: 80, y: 20 });
  await settle();
  host.last.answer(drawingAnswer(7));
  await settle();
  expect(host.questions).toHaveLength(1);
});

it('drops the answer to a drawing that is gone', async () => {
  const { host, pad, state } = await drawn();
  pad.board.clear();
  host.last.answer(drawingAnswer(7));
  await settle();
  expect(state().reading).toEqual({ status: 'blank' });
  expect(host.questions).toHaveLength(1);
});

it('says why there is no answer, and asks again with the next change', async () => {
  const { host, pad, state } = await drawn();
  host.last.fail(new Problem('there is no model here', { remedy: 'train one' }));
  await settle();
  expect(state().reading).toEqual({
    status: 'failed',
    problem: 'there is no model here: train one',
  });
  pad.board.press({ x: 60, y: 60 });
  await settle();
  host.last.answer(drawingAnswer(4));
  await settle();
  expect(state().reading.status).toBe('ready');
});

it('asks another model when one is chosen', async () => {
  const { host, pad } = await drawn();
  host.last.answer(drawingAnswer(7));
  await settle();
  pad.chooseModel('mine');
  await settle();
  expect(host.last.params.weights).toEqual({ model: 'mine' });
});

it('is quiet while nobody looks', async () => {
  const { host, pad } = await opened();
  pad.leave();
  pad.board.press({ x: 20, y: 20 });
  await settle();
  expect(host.questions).toEqual([]);
  pad.open();
  await settle();
  expect(host.questions).toHaveLength(1);
});

it('saves a drawing whole, and names the file from the workspace', async () => {
  const { host, pad } = await drawn();
  expect(await pad.save()).toEqual({ words: 'saved as drawings/a.png' });
  expect(host.saved[0]).toMatchObject({ width: 256, height: 256, label: undefined });
});

it('keeps a drawing as a digit, counts it, and takes it back', async () => {
  const { host, pad, state } = await drawn();
  pad.show('label');
  expect(await pad.keepAs(4)).toEqual({
    words: 'kept as a 4 in data/mine/4/a.png: u takes it back',
  });
  await settle();
  expect(state()).toMatchObject({
    panel: 'none',
    own: { folder: 'data/mine', perClass: [0, 0, 0, 0, 1, 0, 0, 0, 0, 0] },
  });
  expect(await pad.undo()).toEqual({ words: 'no longer kept as a 4' });
  expect(host.forgotten).toEqual(['/work/data/mine/4/a.png']);
  expect(await pad.undo()).toBeUndefined();
  expect(state().reading).toEqual({ status: 'blank' });
});

it('says why a drawing could not be kept or taken back', async () => {
  const { host, pad } = await drawn();
  host.saveProblem = new Problem('the disk is full', { remedy: 'make room' });
  expect(await pad.keepAs(4)).toEqual({ problem: 'the disk is full: make room' });
  host.saveProblem = undefined;
  await pad.keepAs(4);
  host.saveProblem = new Problem('it is gone', { remedy: 'look for it' });
  expect(await pad.undo()).toEqual({ problem: 'it is gone: look for it' });
  expect(pad.store.getState().saving).toBe('no');
});
