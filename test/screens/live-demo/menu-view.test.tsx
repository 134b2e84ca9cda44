import { afterEach, describe, expect, it, vi } from 'vitest';
import { demos } from '../../../src/screens/live-demo/demos.js';
import { menuPitch } from '../../../src/screens/live-demo/menu-rows.js';
import { MenuView } from '../../../src/screens/live-demo/menu-view.js';
import { matchKey } from '../../../src/ui/keys/keys.js';
import { type Mounted, type MountOptions, mount } from '../../support/mount.js';
import { click } from '../../support/mouse.js';
import { type LiveFixture, openLive } from './live-fixture.js';

let fixture: LiveFixture | undefined;
let view: Mounted | undefined;
const onBack = vi.fn();

afterEach(() => {
  view?.unmount();
  fixture?.close();
});

async function show(models?: [], options: MountOptions = {}): Promise<void> {
  fixture = openLive(models);
  view = await mount(<MenuView live={fixture.live} status="" onBack={onBack} />, options);
}

const text = () => view?.screen().join('\n');
const press = (...keys: string[]) => view?.press(...keys);
const mode = () => fixture?.live.store.getState().mode;

it('has for each letter of the list the key of the table', () => {
  for (const { letter, action } of demos) expect(matchKey(letter, 'live-menu')).toBe(action);
});

it('offers everything once', () => {
  const modes = demos.map(({ mode }) => mode);
  expect(modes).toEqual([...new Set(modes)]);
});

describe('the list of demonstrations', () => {
  it('says of each what the room will see', async () => {
    await show();
    for (const { title, words } of demos) {
      expect(text()).toContain(title);
      expect(text()).toContain(words);
    }
    expect(text()).toContain('starter');
  });

  it('opens what the arrows have gone to, and what has the letter', async () => {
    await show();
    await press('\u001b[B', '\r');
    expect(mode()).toBe(demos[1].mode);
    await press('g');
    expect(mode()).toBe('quiz');
    await press('\u001b');
    expect(onBack).toHaveBeenCalled();
  });

  it('opens what is clicked', async () => {
    await show();
    if (view) await click(view, 'Batch analysis');
    expect(mode()).toBe('batch');
  });

  it('says what needs a model where there is none, and does not open it', async () => {
    await show([]);
    expect(text()).toContain('no model yet');
    expect(text()).toContain('needs a model: train one first (2)');
    await press('s');
    expect(mode()).toBe('menu');
    await press('m');
    expect(mode()).toBe('model');
  });

  it('has titles and letters alone on stage', async () => {
    await show(undefined, { stage: 'on' });
    expect(text()).toContain('g   Guess before the machine');
    expect(text()).not.toContain(demos[0].words);
  });
});

it.each([
  [30, 3],
  [20, 2],
  [9, 1],
])('in %i rows each of eight takes %i', (height, pitch) => {
  expect(menuPitch({ demos: demos.slice(0, 8), height })).toBe(pitch);
});
