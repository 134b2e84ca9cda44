import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { click, clickAt } from '../../support/mouse.js';
import { type FramedScreen, openScreen } from './framed-screen.js';

let view: FramedScreen;
afterEach(() => view.unmount());

describe('a screen in its frame', () => {
  beforeEach(async () => {
    view = await openScreen();
  });

  it('has tabs on top, the work, and the keys that can act at the bottom', () => {
    expect(view.screen()).toHaveLength(24);
    expect(view.screen()[0]).toMatch(/^ 1 Home 2 Training 3 Recognition .* 7 Models$/);
    expect(view.screen()[1]).toBe('nothing in 80x22');
    expect(view.screen()[23]).toMatch(/^ r run {2}.*\? help {2}q leave$/);
    expect(view.screen()[23]).not.toContain('look at the data');
  });

  it('says why a key cannot act, and does not act', async () => {
    await view.press('d');
    expect(view.screen()[23]).toBe(' no data is chosen yet');
    expect(view.said()).toBe('nothing');
  });

  it('says where a key works that does nothing here', async () => {
    await view.press('s');
    expect(view.screen()[23]).toBe(' s (stop) works in a run in Training');
  });

  it('takes what is pasted, and follows a resize', async () => {
    await view.paste('/a/b.png');
    await view.resize(120, 40);
    expect(view.screen()).toHaveLength(40);
    expect(view.screen()[1]).toBe('/a/b.png in 120x38');
  });

  it('does for a click on a tab or on a key of the footer what the key does', async () => {
    await click(view, '6 About');
    expect(view.said()).toBe('about');
    await click(view, 'run');
    expect(view.said()).toBe('started');
    await click(view, '? help');
    expect(view.text()).toContain('╭ Keys');
  });

  it('does not act on a click beside the keys', async () => {
    await clickAt(view, { column: 79, row: 23 });
    await clickAt(view, { column: 3, row: 0 });
    expect(view.said()).toBe('nothing');
  });

  it('types no letter into a text field for a click on a tab', async () => {
    await view.press('\r');
    await click(view, '6 About');
    expect(view.screen()[23]).toBe(' Enter or Esc ends the typing first');
    expect(view.screen()[2]).toBe('');
  });
});

it('opens a screen for a click on its tab from a text field too', async () => {
  const opened: string[] = [];
  const command = {
    title: 'Go to About',
    words: '',
    key: '6',
    run: () => void opened.push('about'),
  };
  view = await openScreen({}, [command]);
  await view.press('\r');
  await click(view, '6 About');
  expect(opened).toEqual(['about']);
  await view.press('\u0010');
  await click(view, '6 About');
  expect(opened).toEqual(['about']);
});
