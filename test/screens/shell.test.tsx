import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { programRoot, Workspace } from '../../src/host/workspace.js';
import { Shell } from '../../src/screens/shell.js';
import { Session } from '../../src/state/session.js';
import { runSummary, twoEpochs } from '../state/analytics/analytics-fakes.js';
import { modelSummary } from '../state/recognition-fakes.js';
import {
  completed,
  connectionOf,
  epochEnded,
  epochStarted,
  FakeHost,
  params,
  started,
} from '../state/run-fakes.js';
import { type Mounted, mount } from '../support/mount.js';
import { click } from '../support/mouse.js';

let host: FakeHost;
let session: Session;
let terminal: Mounted;
let farewells: string[];

beforeEach(async () => {
  host = new FakeHost();
  // Nothing that a test chooses is to be remembered for the person.
  session = new Session(new Workspace('.'), connectionOf(host), join(tmpdir(), 'digitscope-none'));
  farewells = [];
  terminal = await mount(<Shell session={session} onFarewell={(words) => farewells.push(words)} />);
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
  ['5', '›Curves'],
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

it('opens a view of Analytics, and a run in it, from the list of commands', async () => {
  host.listed = [runSummary('first'), runSummary('second', { startedAt: 1 })];
  host.events = twoEpochs;
  await session.connection.refresh();
  await terminal.press(':', ...'netw', '\r');
  await expect.poll(text).toContain('›Network');
  await terminal.press(':', ...'second', '\r');
  await expect.poll(text).toMatch(/Compare +second$/m);
});

it('takes no choice while the help lies over the menu', async () => {
  await terminal.press('?', '\r');
  expect(text()).toContain('What to do');
});

it('keeps what a screen holds while another is open', async () => {
  await terminal.press('2', '\u001b[B', '\u001b[B', '\u001b[C', '6', '2');
  expect(text()).toContain('› epochs            60');
});

it('keeps how the charts are looked at while another screen is open, all but the cursor', async () => {
  await train();
  await terminal.press('2', 'g', 'f', '\u001b[D');
  expect(text()).toContain('epoch 1 ');
  await terminal.press('1', '2');
  expect(text()).toContain('── log');
  expect(text()).not.toContain('Learning rate');
  expect(text()).not.toContain('epoch 1 ');
});

it('asks what is to become of a run, and says how to come back to it', async () => {
  await train();
  await terminal.press('q');
  expect(text()).toContain('It goes on without you: epoch 2 of 20.');
  expect(text()).toContain('digitscope attach mnist-classic');
  await terminal.press('c');
  expect(text()).not.toContain('goes on without you');
  await terminal.press('q', '\r');
  expect(host.stopped).toEqual([]);
  expect(farewells).toEqual([
    'mnist-classic goes on training. To come back to it: digitscope\nTo follow it in lines: digitscope attach mnist-classic',
  ]);
});

it('tells of the runs that wait behind the one that is left', async () => {
  await train();
  host.listed = [runSummary('second', { status: 'waiting', queued: 1 })];
  await session.connection.refresh();
  await terminal.press('q');
  expect(text()).toContain('The run that waits behind it begins when it has ended.');
});

it('takes its question back when the run ends meanwhile', async () => {
  await train();
  await terminal.press('q');
  host.tell(completed);
  await expect.poll(text).not.toContain('goes on without you');
  expect(farewells).toEqual([]);
});

it('stops a run before it leaves where one wants that', async () => {
  await train();
  let finish = () => {};
  host.stopRun = (run) => {
    host.stopped.push(run);
    return new Promise((resolve) => {
      finish = resolve;
    });
  };
  await terminal.press('q', 's');
  expect(host.stopped).toEqual(['mnist-classic']);
  expect(text()).toContain('Stopping after the step under way, saving the best weights');
  finish();
});

it('goes on stage and comes back', async () => {
  await terminal.press('z');
  expect(terminal.services.appearance.store.getState().stage).toBe('on');
  await terminal.press('z');
  expect(terminal.services.appearance.store.getState().stage).toBe('off');
});

it('fills the settings in from the palette', async () => {
  await terminal.press(':', ...'mnist fast', '\r');
  await expect.poll(text).toContain('› source            mnist');
  expect(text()).toMatch(/recipe +.*fast/);
});

it('reads with a model that is chosen in the palette', async () => {
  const models = [modelSummary('mnist-fast', { preferred: true })];
  session.connection.store.setState({ models });
  await expect.poll(text).toContain('mnist-fast');
  await terminal.press(':', ...'read with', '\r');
  expect(session.recognition.store.getState().model).toBe('mnist-fast');
  expect(text()).toContain('opens a picture');
});

it('changes a preference from the palette', async () => {
  await terminal.press(':', ...'theme light', '\r');
  expect(terminal.services.appearance.preferences.theme).toBe('light');
});

it('opens a screen for a click on its tab', async () => {
  await click(terminal, '6 About');
  expect(text()).toContain('convolution 3x3');
});

describe('what is pasted', () => {
  const samples = join(programRoot, 'examples', 'sample_digits');
  const paths = () => session.recognition.store.getState().reading?.paths;

  it.each(['1', '6', '2'])('is read where it is a picture, on screen %s too', async (screen) => {
    const picture = join(samples, '7-paper.png');
    await terminal.press(screen);
    await terminal.paste(picture);
    await expect.poll(paths).toEqual([picture]);
    expect(terminal.screen()[0]).toContain('Recognition');
    expect(text()).not.toContain('What to do');
  });

  it('is the dataset where it is a folder in Training', async () => {
    await terminal.press('2');
    await terminal.paste(samples);
    await expect.poll(() => session.form.store.getState().values.source).toBe(samples);
    expect(paths()).toBeUndefined();
  });

  it('stays where one is when it is no path', async () => {
    await terminal.paste('hello there');
    await expect.poll(text).toContain('there is no file hello there');
    expect(text()).toContain('What to do');
  });

  it('waits for the answer whether to leave', async () => {
    await train();
    await terminal.press('q');
    await terminal.paste(join(samples, '7-paper.png'));
    expect(paths()).toBeUndefined();
    expect(text()).toContain('goes on without you');
  });
});

describe('a run of another client', () => {
  const begin = () => {
    host.listed = [runSummary('theirs', { status: 'running' })];
    host.events = [{ ...started, run: 'theirs' }, epochStarted(1)];
    host.tellRunsChanged();
  };
  const footer = () => terminal.screen()[23].trim();

  beforeEach(async () => {
    session.open();
    await expect.poll(() => session.connection.store.getState().runs).toEqual([]);
  });

  it('leaves the settings to who fills them in, and says how to come to it', async () => {
    await terminal.press('2', '\u001b[B', '\u001b[B', '\u001b[C');
    begin();
    await expect.poll(footer).toBe('theirs is training: v shows it');
    expect(text()).toContain('› epochs            60');
    expect(terminal.screen()[0]).toContain('● epoch 1/20');
    await terminal.press('v');
    expect(text()).toContain('╭ theirs ');
  });

  it('is what one comes to from elsewhere', async () => {
    begin();
    await expect.poll(footer).toBe('theirs is training: 2 shows it');
    await terminal.press('2');
    expect(text()).toContain('╭ theirs ');
    await terminal.press('d', '1', '2');
    expect(text()).toContain('╭ theirs ');
  });

  it('is told of when someone else does something to it', async () => {
    begin();
    await expect.poll(footer).toContain('theirs is training');
    const by = 'digitscope on pts/2';
    host.tellOf('theirs', {
      type: 'settings-changed',
      at: 1,
      epoch: 1,
      by,
      learningRate: { from: 0.001, to: 0.0005 },
    });
    await expect
      .poll(footer)
      .toBe('theirs: ◆ learning rate 0.001 → 0.0005, by digitscope on pts/2');
    host.tellOf('theirs', { type: 'paused', at: 2, epoch: 1, reason: 'no room on the disk' });
    await expect.poll(footer).toBe('theirs: ‖ paused: no room on the disk');
    expect(terminal.screen()[0]).toContain('‖ paused 1/20');
    expect(text()).toContain('‖ a run is paused: watch it, and p lets it go on');
  });
});

it('resumes from Home what was interrupted', async () => {
  session.open();
  const saved = { epoch: 3, step: 40, at: Date.now() };
  host.listed = [runSummary('cut', { status: 'failed', resumable: saved })];
  await session.connection.refresh();
  await expect.poll(text).toContain('✗ cut was interrupted: R resumes it');
  expect(text()).toMatch(/› Resume cut +epoch 4 of \d+ was saved at step 40, just now/);
  host.events = [{ ...started, run: 'cut' }, epochStarted(4)];
  await terminal.press('R');
  await expect.poll(text).toContain('╭ cut ');
  expect(host.acts).toEqual(['resume cut']);
});

describe('a host that is lost', () => {
  beforeEach(async () => {
    session.open();
    await expect.poll(() => session.connection.store.getState().models).toEqual([]);
    host.die();
  });

  it.each(['1', '2', '3', '6'])('is told of on screen %s', async (screen) => {
    await terminal.press(screen);
    await expect.poll(() => terminal.screen()[0]).toContain('✗ host lost: trying again');
  });

  it('is started again when one asks for it', async () => {
    let asked = 0;
    session.connection.client = async () => {
      asked += 1;
      throw new Error('it does not start');
    };
    await expect.poll(() => terminal.screen()[0]).toContain('host lost');
    await terminal.press(':', ...'start host', '\r');
    await expect.poll(() => asked).toBe(1);
  });
});

it('keeps what lies under the question from the keys: a second one covers the first', async () => {
  await train();
  await terminal.press(':', '\u0003');
  expect(text()).toContain('goes on without you');
  await terminal.press('c');
  expect(text()).not.toContain('goes on without you');
  expect(text()).toMatch(/│ : +│/);
});
