import { describe, expect, it } from 'vitest';
import { Panel, panelRows } from '../../../src/ui/components/panel.js';
import { Rows } from '../../../src/ui/components/rows.js';
import { glyphsFor } from '../../../src/ui/glyphs.js';
import { rowText, span } from '../../../src/ui/rows.js';
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
