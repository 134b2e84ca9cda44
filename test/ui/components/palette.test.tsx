import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { click, clickAt, wheel } from '../../support/mouse.js';
import { type FramedScreen, openScreen } from './framed-screen.js';

let view: FramedScreen;
afterEach(() => view.unmount());

describe('the palette', () => {
  const list = () =>
    view
      .screen()
      .slice(3, 21)
      .filter((line) => /^ *│ [› ] \S/.test(line))
      .map((line) => line.replace(/^ *│ (.*?) {2,}.*$/, '$1').trim());

  beforeEach(async () => {
    view = await openScreen();
  });

  it('lists what can be done, twelve entries at 80x24 and more on a larger screen', async () => {
    await view.press(':');
    expect(list()).toHaveLength(12);
    expect(list()[0]).toBe('› Run');
    expect(view.text()).toContain('╭ Commands ');
    await view.resize(120, 40);
    expect(view.text()).toMatch(/Look at the data {2}no data is chosen yet +d │/);
  });

  it('filters what is typed, and presses the key of what is chosen', async () => {
    await view.press(':', 'n', 'e', 'x', 'f');
    expect(list()).toEqual(['› Next field']);
    await view.press('\r');
    expect(view.text()).not.toContain('Commands');
    expect(view.said()).toBe('next');
  });

  it('moves with arrows, Ctrl-N and Ctrl-P, and stays at the ends', async () => {
    await view.press(':', '\u000e', '\u001b[B', '\u0010', '\u0010', '\u0010');
    expect(list()[0]).toBe('› Run');
    await view.press('\u001b[B');
    expect(list()[1]).toBe('› Edit');
  });

  it('says why it does not do what cannot be done', async () => {
    await view.press(':', 'l', 'o', 'o', 'k', '\r');
    expect(view.screen()[23]).toBe(' no data is chosen yet');
    expect(view.said()).toBe('nothing');
  });

  it('closes with Esc and leaves the screen as it was', async () => {
    await view.press(':', 'r', '\u001b');
    expect(view.text()).not.toContain('Commands');
    expect(view.said()).toBe('nothing');
  });

  it('says so where nothing is called that, and Enter then does nothing', async () => {
    await view.press(':', 'x', 'y', 'z', 'z', '\r');
    expect(view.text()).toContain('nothing is called that');
  });

  it('does what is clicked, and moves with the wheel', async () => {
    await view.press(':');
    await wheel(view, 'down');
    expect(list()[1]).toBe('› Edit');
    await view.press('n', 'e', 'x');
    await click(view, 'Next field');
    expect(view.said()).toBe('next');
    expect(view.text()).not.toContain('Commands');
  });

  it('does not act on a click on its query, its border or beside it', async () => {
    await view.press(':');
    await click(view, '╭ Commands');
    await click(view, '│ : ');
    await clickAt(view, { column: 0, row: 12 });
    expect(view.text()).toContain('╭ Commands');
  });

  it('opens over a text field by Ctrl-P, while : is a letter there', async () => {
    await view.press('\r', ':');
    expect(view.text()).not.toContain('Commands');
    await view.press('\u0010', 'n', 'e', 'x', 'f', '\r');
    expect(view.screen()[2]).toMatch(/^: *$/);
    expect(view.said()).toBe('next');
  });
});

it('runs a command when the palette has closed, with the screen’s keys back', async () => {
  const command = { title: 'Do two things', words: '', run: () => view.services.pressKey('r') };
  view = await openScreen({}, [command]);
  await view.press(':', 't', 'w', 'o', '\r');
  expect(view.said()).toBe('started');
});
