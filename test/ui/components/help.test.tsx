import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { click, wheel } from '../../support/mouse.js';
import { type FramedScreen, openScreen } from './framed-screen.js';

let view: FramedScreen;
afterEach(() => view.unmount());

describe('the help', () => {
  beforeEach(async () => {
    view = await openScreen();
    await view.press('?');
  });

  it('says what every key does, and why it cannot', () => {
    expect(view.text()).toContain("Training's settings");
    expect(view.text()).toMatch(/│ d +look at the data: no data is chosen yet/);
  });

  it('has the keys for itself, and gives them back after Esc', async () => {
    await view.press('r', '\u001b');
    expect(view.text()).not.toContain('Keys');
    expect(view.said()).toBe('nothing');
    await view.press('r');
    expect(view.said()).toBe('started');
  });

  it('scrolls to what finds no room', async () => {
    expect(view.text()).toMatch(/Esc closes, \/ finds a key, ▲▼ \d+ more/);
    expect(view.text()).not.toContain('q Ctrl-C');
    await view.press('\u001b[6~');
    expect(view.text()).toContain('q Ctrl-C');
    expect(view.text()).not.toContain("Training's settings");
    await wheel(view, 'up');
    await view.press('\u001b[5~');
    expect(view.text()).toContain("Training's settings");
  });

  it('shows the keys that are searched for; Esc gives the search up, then closes', async () => {
    await view.press('/', 's', 't', 'a', 'g', 'e');
    expect(view.text()).toContain('stage mode, for a projector');
    expect(view.text()).not.toContain("Training's settings");
    await view.press('\r', '\u001b');
    expect(view.text()).toContain("Training's settings");
    await view.press('\u001b');
    expect(view.text()).not.toContain('╭ Keys');
  });

  it('covers what is under it from clicks', async () => {
    await click(view, '6 About');
    await view.press('\u001b');
    expect(view.said()).toBe('nothing');
  });
});

it('shows the help in two columns where there is room', async () => {
  view = await openScreen({ columns: 120, rows: 40 });
  await view.press('?');
  expect(view.text()).toMatch(/Training's settings +Everywhere/);
  expect(view.text()).not.toContain('more');
});
