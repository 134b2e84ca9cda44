import { Text } from 'ink';
import { useState } from 'react';
import { describe, expect, it } from 'vitest';
import { footerRow } from '../../../src/ui/components/footer.js';
import { Frame } from '../../../src/ui/components/frame.js';
import { Panel, panelRows } from '../../../src/ui/components/panel.js';
import { Rows } from '../../../src/ui/components/rows.js';
import { tabsRow } from '../../../src/ui/components/tabs.js';
import { rowText, span } from '../../../src/ui/rows.js';
import { usePaste, useWorkArea } from '../../../src/ui/terminal/terminal-context.js';
import { glyphsFor } from '../../../src/ui/theme.js';
import { useKeys } from '../../../src/ui/use-keys.js';
import { mount } from '../../support/mount.js';

const glyphs = glyphsFor('unicode');

describe('a panel', () => {
  it('has its title and its note in the border', () => {
    const frame = { title: 'Loss', note: [span('99.3 %', 'good')], width: 24, height: 4 };
    expect(panelRows(frame, ['a', 'b'], glyphs).map(rowText)).toEqual([
      '╭ Loss ─────── 99.3 % ─╮',
      '│ a                    │',
      '│ b                    │',
      '╰──────────────────────╯',
    ]);
  });

  it('gives up the note, then the end of the title, and keeps its size', () => {
    const at = (width: number) =>
      panelRows({ title: 'Accuracy', note: '99 %', width, height: 2 }, [], glyphs).map(rowText);
    expect(at(16)).toEqual(['╭ Accuracy ────╮', '╰──────────────╯']);
    expect(at(10)).toEqual(['╭ Accur… ╮', '╰────────╯']);
    expect(at(3)[1]).toBe('╰─╯');
    expect(at(0)).toEqual(['', '']);
  });

  it('gives its children exactly the inside', async () => {
    const view = await mount(
      <Panel title="A" width={12} height={4}>
        <Rows rows={['12345678', 'x', 'too much']} width={8} height={2} />
      </Panel>,
    );
    expect(view.screen()).toEqual(['╭ A ───────╮', '│ 12345678 │', '│ x        │', '╰──────────╯']);
    view.unmount();
  });

  it('has no sign beyond ASCII in ASCII mode', async () => {
    const view = await mount(<Panel title="A" width={8} height={3} />, {
      capabilities: { text: 'ascii' },
    });
    expect(view.screen()).toEqual(['+ A ---+', '|      |', '+------+']);
    view.unmount();
  });
});

it('shows the screens with their keys, and a status where there is room', () => {
  const row = (width: number) => rowText(tabsRow({ screen: 'home', status: 'epoch 7/20', width }));
  const tabs = ' Digitscope   1 Home  2 Training  3 Recognition ';
  expect(row(100).startsWith(tabs)).toBe(true);
  expect(row(100).endsWith('  epoch 7/20 ')).toBe(true);
  expect(row(100)).toHaveLength(100);
  expect(row(tabs.length)).not.toContain('epoch');
});

it('leaves out keys that find no room in the footer, but not help and leave', () => {
  const keys = ['r run', 's stop', '? help', 'q leave'].map((text) => {
    const [key, words] = text.split(' ');
    return { keys: key, words };
  });
  const row = (width: number) => rowText(footerRow({ keys, width })).trimEnd();
  expect(row(40)).toBe(' r run  s stop  ? help  q leave');
  expect(row(25)).toBe(' r run  ? help  q leave');
  expect(row(18)).toBe(' ? help  q leave');
});

function TestScreen() {
  const area = useWorkArea();
  const [said, setSaid] = useState('nothing');
  const availability = { start: 'no data is loaded yet' } as const;
  usePaste(setSaid);
  useKeys(
    'training',
    { start: () => setSaid('started'), stop: () => setSaid('stopped') },
    { availability },
  );
  return (
    <Frame screen="training" availability={availability}>
      <Text>
        {said} in {area.width}x{area.height}
      </Text>
    </Frame>
  );
}

describe('a screen in its frame', () => {
  it('has tabs on top, the work, and the keys that can act at the bottom', async () => {
    const view = await mount(<TestScreen />);
    expect(view.screen()).toHaveLength(24);
    expect(view.screen()[0]).toMatch(/^ Digitscope {3}1 Home {2}2 Training/);
    expect(view.screen()[1]).toBe('nothing in 80x22');
    expect(view.screen()[23]).toMatch(/^ s stop {2}.*\? help {2}q leave$/);
    view.unmount();
  });

  it('says why a key cannot act, and does not act', async () => {
    const view = await mount(<TestScreen />);
    await view.press('r');
    expect(view.screen()[23]).toBe(' no data is loaded yet');
    expect(view.screen()[1]).toMatch(/^nothing/);
    view.unmount();
  });

  it('shows its keys on ?, takes none meanwhile, and goes on after Esc', async () => {
    const view = await mount(<TestScreen />);
    await view.press('?');
    expect(view.screen().join('\n')).toContain('run: no data is loaded yet');
    await view.press('s');
    expect(view.screen()[1]).toMatch(/^nothing/);
    await view.press('\x1b', 's');
    expect(view.screen().join('\n')).not.toContain('Esc closes');
    expect(view.screen()[1]).toMatch(/^stopped/);
    view.unmount();
  });

  it('takes what is pasted, and follows a resize', async () => {
    const view = await mount(<TestScreen />);
    await view.paste('/a/b.png');
    await view.resize(120, 40);
    expect(view.screen()).toHaveLength(40);
    expect(view.screen()[1]).toBe('/a/b.png in 120x38');
    view.unmount();
  });
});
