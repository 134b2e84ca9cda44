import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ReactElement } from 'react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { BatchView } from '../../../src/screens/live-demo/batch-view.js';
import { GuideView } from '../../../src/screens/live-demo/guide-view.js';
import { ModelView } from '../../../src/screens/live-demo/model-view.js';
import { QuickView } from '../../../src/screens/live-demo/quick-view.js';
import { QuizView } from '../../../src/screens/live-demo/quiz-view.js';
import { WatchView } from '../../../src/screens/live-demo/watch-view.js';
import { useKeys } from '../../../src/ui/keys/use-keys.js';
import {
  blank,
  damagedModel,
  modelSummary,
  read,
  unreadable,
} from '../../state/recognition-fakes.js';
import { type Mounted, type MountOptions, mount } from '../../support/mount.js';
import { type LiveFixture, openLive } from './live-fixture.js';

const [enter, escapeKey, right] = ['\r', '\u001b', '\u001b[C'];

let fixture: LiveFixture;
let view: Mounted;
const onBack = vi.fn();

beforeEach(() => {
  fixture = openLive();
  onBack.mockReset();
});
afterEach(() => {
  view.unmount();
  fixture.close();
});

const props = () => ({ live: fixture.live, status: '', onBack });
const text = () => view.screen().join('\n');
const drawn = (wanted: RegExp | string) =>
  vi.waitFor(() =>
    expect(text()).toMatch(typeof wanted === 'string' ? new RegExp(wanted) : wanted),
  );

async function show(element: ReactElement, options?: MountOptions): Promise<void> {
  view = await mount(element, options);
}

/** Waits until the host is asked for pictures. */
const asked = () => vi.waitFor(() => expect(fixture.host.predictions.length).toBeGreaterThan(0));

describe('the quick demo', () => {
  async function start(...pictures: Parameters<typeof fixture.host.last.tell>[1][]) {
    await asked();
    fixture.host.last.tell(pictures.length, ...pictures);
    fixture.host.last.answer();
  }

  it('shows picture, answer, bars and how fast it was', async () => {
    await show(<QuickView {...props()} />);
    await start(read('/s/a.png', 7, 0.98), unreadable('/s/b.png', 'b.png is empty'));
    await drawn('1/2 a.png');
    expect(text()).toMatch(/seven +98\.0 %/);
    expect(text()).toMatch(/›7 █/);
    expect(text()).toMatch(/plays, 2 s each +read in 6\.2 ms each, .*pictures\/s +1 unreadable/);
    expect(text()).toContain('passed over: b.png is empty');
  });

  it('pauses and says why it cannot step', async () => {
    await show(<QuickView {...props()} />);
    await start(read('/s/a.png', 7, 0.98));
    await drawn('a.png');
    await view.press(right);
    expect(text()).toContain('only one picture could be read');
  });

  it('says that a folder holds nothing, and what to do', async () => {
    await show(<QuickView {...props()} />);
    await start(unreadable('/s', 's holds no pictures: name a folder with .png files'));
    await drawn('s holds no pictures');
    expect(text()).toContain('o  another folder, or paste its path');
  });

  it('takes a pasted folder', async () => {
    await show(<QuickView {...props()} />);
    await asked();
    await view.paste('/my/digits');
    await vi.waitFor(() => expect(fixture.host.last.params.paths).toEqual(['/my/digits']));
  });

  it('shows one digit as tall as the screen on stage', async () => {
    await show(<QuickView {...props()} />, { stage: 'on' });
    await start(read('/s/a.png', 7, 0.98), read('/s/b.png', 1, 0.5));
    await drawn('a.png  1/2');
    expect(text()).not.toContain('28x28');
  });

  it('goes back', async () => {
    await show(<QuickView {...props()} />);
    await view.press(escapeKey);
    expect(onBack).toHaveBeenCalledTimes(1);
  });
});

describe('a watched folder', () => {
  it('is made on request, and says how pictures come there', async () => {
    await show(<WatchView {...props()} />, { columns: 120, rows: 40 });
    await drawn('is not there yet');
    await view.press(enter);
    await vi.waitFor(() => expect(fixture.host.watches).toHaveLength(1));
    const inbox = join(fixture.workspace, 'inbox');
    fixture.host.lastWatch.tell({ kind: 'watching', folder: inbox, there: 3 });
    await drawn('Waiting for pictures');
    expect(text()).toMatch(new RegExp(`scp picture.jpg .+@.+:${inbox}/`));
    expect(text()).toContain('3 pictures there before');
  });

  it('shows what comes, with its reason where it cannot be read', async () => {
    mkdirSync(join(fixture.workspace, 'inbox'));
    await show(<WatchView {...props()} />);
    await vi.waitFor(() => expect(fixture.host.watches).toHaveLength(1));
    const { tell } = fixture.host.lastWatch;
    tell({ kind: 'watching', folder: join(fixture.workspace, 'inbox'), there: 0 });
    const at = new Date(2025, 5, 3, 10, 15, 2).getTime();
    tell({ kind: 'picture', result: read('/in/seven.png', 7, 0.987), at });
    tell({ kind: 'picture', result: unreadable('/in/x.png', 'x.png is empty: copy it again'), at });
    tell({ kind: 'picture', result: blank('/in/white.png'), at });
    await drawn(/10:15:02 {2}white\.png +blank/);
    expect(text()).toMatch(/10:15:02 {2}x\.png +✗ is empty: copy it again/);
    expect(text()).toMatch(/10:15:02 {2}seven\.png +7 +98\.7 % +High/);
    expect(text()).toContain('blank: no ink was found');
    await view.press('\u001b[B', '\u001b[B');
    expect(text()).toContain('7  98.7 %  High');
    expect(text()).toContain('Home goes back to the newest');
    tell({ kind: 'gone' });
    await drawn('inbox was removed');
  });
});

describe('the batch', () => {
  it('says what to do, reads what is pasted, and saves it', async () => {
    await show(<BatchView {...props()} />);
    expect(text()).toContain('No folder was read yet');
    await view.press('s');
    expect(text()).toContain('choose a folder first (o)');
    await view.paste('/june');
    await asked();
    fixture.host.last.tell(3, read('/june/a.png', 1, 0.99), read('/june/b.png', 2, 0.6));
    await drawn('uncertain first');
    expect(text()).toMatch(/read +2\/3 .* 66 %/);
    await view.press(escapeKey);
    await drawn('stopped: 2 of 3 read');
    await view.press('e');
    await drawn(/saved: .*june-\d{8}-\d{6}\.json/);
    await view.press('\t');
    await drawn('1/2 b.png');
    await view.press(enter);
    await drawn('28x28, what it sees');
    await view.press(escapeKey);
    await drawn('uncertain first');
    await view.press(escapeKey);
    expect(onBack).toHaveBeenCalledTimes(1);
  });

  it('tells in the notice why it could not be saved', async () => {
    writeFileSync(join(fixture.workspace, 'results'), '');
    await show(<BatchView {...props()} />);
    await view.paste('/june');
    await asked();
    fixture.host.last.tell(2, read('/june/a.png', 1, 0.99), read('/june/b.png', 2, 0.6));
    fixture.host.last.answer();
    await drawn('uncertain first');
    await view.press('s');
    await drawn('the answers could not be saved');
  });
});

const openHome = vi.fn();

/** Beside what the whole program does with the number of a tab. */
function QuizWithTabs() {
  useKeys('global', { 'open-home': openHome, 'open-about': openHome });
  return <QuizView {...props()} />;
}

describe('the quiz', () => {
  it('takes digits as guesses, and opens no screen by them', async () => {
    await show(<QuizWithTabs />);
    await drawn('What does the room read');
    await view.press('1');
    expect(openHome).not.toHaveBeenCalled();
    expect(text()).toMatch(/the room +1 +[✓✗]/);
    expect(text()).toMatch(/the machine +\d +[✓✗] +\d+\.\d %/);
    await view.press('6');
    expect(text()).toContain('it was answered: Enter goes on, u takes the guess back');
    await view.press('u');
    expect(text()).toContain('What does the room read');
  });

  it('goes through a round, and says who has won', async () => {
    await show(<QuizView {...props()} />);
    await drawn('card 1 of 10');
    await view.press(enter);
    expect(text()).toContain('say what you read first');
    for (let card = 0; card < 9; card += 1) await view.press('0', enter);
    await view.press('s');
    await drawn(/The (room|machine) wins by|A draw/);
    expect(text()).toMatch(/The room read \d of 9, the machine \d of 9; 1 skipped\./);
    await view.press('n');
    await drawn('card 1 of 10, round 2');
  });

  it('says why there is no round', async () => {
    fixture.host.score = new Error('mnist:test could not be loaded');
    await show(<QuizView {...props()} />);
    await drawn('mnist:test could not be loaded');
    expect(text()).toContain('d  other data');
  });

  it('shows the machine as tall as the screen on stage, after the guess alone', async () => {
    await show(<QuizView {...props()} />, { stage: 'on' });
    await drawn('1/10  room 0  machine 0');
    expect(text()).not.toContain('the room said');
    await view.press('4');
    expect(text()).toContain('the room said 4');
  });
});

describe('the guidelines', () => {
  it('tell what the model reads of a good and a bad picture', async () => {
    await show(<GuideView {...props()} />);
    await asked();
    const [good, bad] = fixture.live.guide.files;
    fixture.host.last.tell(2, read(good, 5, 0.99), read(bad, 2, 0.7));
    await drawn('reads 5  99.0 %  High');
    expect(text()).toContain('The whole digit');
    expect(text()).toContain('1 of 7');
    expect(text()).toContain('✓ right');
    expect(text()).toContain('✗ it is a 5');
    await view.press('\u001b[D');
    expect(text()).toContain('this is the first page');
    await view.press(right);
    expect(text()).toContain('2 of 7');
  });
});

describe('the page of the model', () => {
  it('tells what the card says, and chooses another model', async () => {
    fixture.close();
    fixture = openLive([
      modelSummary('starter', { preferred: true }),
      modelSummary('mine', { preferred: false }),
      damagedModel('broken', 'its weights are truncated'),
    ]);
    const onChoose = vi.fn();
    await show(<ModelView {...props()} onChoose={onChoose} />);
    expect(text()).toMatch(/accuracy +99\.00 % {2}in validation, loss 0\.03/);
    expect(text()).toContain('242,954 parameters');
    expect(text()).toContain('digitscope train');
    await view.press('m', '\u001b[B', enter);
    expect(onChoose).toHaveBeenCalledWith('mine');
    expect(fixture.live.modelName).toBe('mine');
    expect(text()).toContain('╭ mine');
  });

  it('says that there is none', async () => {
    fixture.close();
    fixture = openLive([]);
    await show(<ModelView {...props()} onChoose={() => {}} />);
    expect(text()).toContain('There is no model yet');
    await view.press('m');
    expect(text()).toContain('there is no model yet: train one (2)');
  });
});
