import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { settle } from '../../support/mount.js';
import { click } from '../../support/mouse.js';
import { type FramedScreen, openScreen } from './framed-screen.js';

let view: FramedScreen;
afterEach(() => view.unmount());

describe('the preferences', () => {
  const line = (name: string) =>
    view
      .screen()
      .find((row) => row.includes(` ${name} `))
      ?.replace(/^.*?│ |\s*│.*$/g, '');

  beforeEach(async () => {
    view = await openScreen({
      capabilities: { colorLevel: 3, graphics: 'half-blocks', background: 'light' },
    });
    await view.press(',');
  });

  it('say what is chosen, and what came of it', () => {
    expect(line('theme')).toBe('› theme     [auto] terminal  dark  light  contrast    auto: light');
    expect(line('pictures')).toContain('[auto] kitty  iterm2  half-blocks  ascii    auto: half-bl');
    expect(line('mouse')).toBe('  mouse     [on] off');
  });

  it('are changed by left and right, at once', async () => {
    await view.press('\u001b[C', '\u001b[C');
    expect(view.services.appearance.preferences.theme).toBe('dark');
    expect(line('theme')).toBe('› theme      auto  terminal [dark] light  contrast');
    await view.press('\u001b[D', '\u001b[D', '\u001b[D');
    expect(view.services.appearance.preferences.theme).toBe('contrast');
    await view.press('\u001b[B', '\u001b[B', '\r', '\r');
    expect(view.services.appearance.preferences.signs).toBe('ascii');
    expect(view.text()).toContain('> signs      auto  unicode [ascii]');
  });

  it('are changed by a click on a choice, and by no other', async () => {
    await click(view, 'off');
    expect(view.services.appearance.preferences.mouse).toBe('off');
    expect(line('mouse')).toBe('› mouse      on [off]');
    await click(view, 'signs');
    expect(view.services.appearance.preferences.signs).toBe('auto');
  });

  it('say what is drawn in the place of what is not here', async () => {
    view.services.appearance.learn({ colorLevel: 1 });
    view.services.appearance.prefer({
      ...view.services.appearance.preferences,
      pictures: 'half-blocks',
    });
    await settle();
    expect(line('pictures')).toContain('[half-blocks] ascii    not here: ascii');
  });

  it('close with Esc', async () => {
    await view.press('\u001b');
    expect(view.text()).not.toContain('Preferences');
    expect(view.said()).toBe('nothing');
  });
});
