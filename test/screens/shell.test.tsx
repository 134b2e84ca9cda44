import { afterEach, beforeEach, expect, it } from 'vitest';
import { Workspace } from '../../src/host/workspace.js';
import { Shell } from '../../src/screens/shell.js';
import { Session } from '../../src/state/session.js';
import {
  connectionOf,
  epochEnded,
  epochStarted,
  FakeHost,
  params,
  started,
} from '../state/run-fakes.js';
import { type Mounted, mount } from '../support/mount.js';

let host: FakeHost;
let session: Session;
let terminal: Mounted;

beforeEach(async () => {
  host = new FakeHost();
  session = new Session(new Workspace('.'), connectionOf(host));
  terminal = await mount(<Shell session={session} />);
});
afterEach(() => {
  terminal.unmount();
  session.close();
});

const text = () => terminal.screen().join('\n');

async function train() {
  session.open();
  await session.runs.start(params);
  host.tell(started, epochStarted(1), epochEnded(1, 0.99), epochStarted(2));
  await expect.poll(text).toContain('● epoch 2/20');
}

it('is whole before there is a host', () => {
  expect(terminal.screen()).toHaveLength(24);
  expect(text()).toContain('starting the host');
  expect(text()).toContain('› Read the sample digits');
});

it.each([
  ['2', 'source            mnist'],
  ['3', 'opens a picture'],
  ['6', 'convolution 3x3'],
])('opens a screen by its number %s, and goes back home with Esc', async (key, words) => {
  await terminal.press(key);
  expect(text()).toContain(words);
  await terminal.press('\u001b');
  await expect.poll(text).toContain('What to do');
});

it('does what is chosen on the home screen', async () => {
  await terminal.press('\u001b[B', '\u001b[B', '\r');
  expect(text()).toContain('› source            mnist');
});

it('takes no choice while the help lies over the menu', async () => {
  await terminal.press('?', '\r');
  expect(text()).toContain('What to do');
});

it('keeps what a screen holds while another is open', async () => {
  await terminal.press('2', '\u001b[B', '\u001b[B', '\u001b[C', '6', '2');
  expect(text()).toContain('› epochs            60');
});

it('asks before it leaves a run, and stops that first', async () => {
  await train();
  await terminal.press('q');
  expect(text()).toContain('Training is running. Stop it, keep the best weights, and leave?');
  await terminal.press('n');
  expect(text()).not.toContain('Training is running.');
  let finish = () => {};
  host.stopRun = (run) => {
    host.stopped.push(run);
    return new Promise((resolve) => {
      finish = resolve;
    });
  };
  await terminal.press('q', 'y');
  expect(host.stopped).toEqual(['mnist-classic']);
  expect(text()).toContain('Stopping after the step under way, saving the best weights');
  finish();
});
