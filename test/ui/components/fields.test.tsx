import { Text } from 'ink';
import { type ReactNode, useState } from 'react';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { NumberField } from '../../../src/ui/components/number-field.js';
import type { NumberRange } from '../../../src/ui/components/number-range.js';
import { checkNumber } from '../../../src/ui/components/number-range.js';
import { Overlay } from '../../../src/ui/components/overlay.js';
import { Select } from '../../../src/ui/components/select.js';
import type { EditState } from '../../../src/ui/components/text-edit.js';
import { editRow, insertText, pressKey } from '../../../src/ui/components/text-edit.js';
import { TextField } from '../../../src/ui/components/text-field.js';
import { useKeys } from '../../../src/ui/keys/use-keys.js';
import { rowText } from '../../../src/ui/rows.js';
import { type Mounted, mount, settle } from '../../support/mount.js';
import { click, clickAt } from '../../support/mouse.js';

/** 'ab|c' is a line with the cursor before c. */
const line = (text: string): EditState => ({
  value: text.replace('|', ''),
  cursor: [...text.slice(0, text.indexOf('|'))].length,
});

it.each([
  ['a|c', 'b', 'ab|c'],
  ['a|', 'space', 'a |'],
  ['|a', 'left', '|a'],
  ['a|', 'right', 'a|'],
  ['a😀|', 'left', 'a|😀'],
  ['a😀|', 'backspace', 'a|'],
  ['|a', 'backspace', '|a'],
  ['ab|c', 'home', '|abc'],
  ['a|bc', 'end', 'abc|'],
  ['a|bc', 'ctrl+d', 'a|c'],
  ['ab|c', 'ctrl+u', '|c'],
  ['a|bc', 'ctrl+k', 'a|'],
  ['a|b', 'f1', 'a|b'],
])('%s and %s make %s', (before, key, after) => {
  expect(pressKey(line(before), key)).toEqual(line(after));
});

it('inserts pasted text on one line', () => {
  expect(insertText(line('a|d'), 'b\r\nc\n')).toEqual(line('ab c|d'));
});

it.each([
  ['abc|', 6, 'abc   '],
  ['abcdefgh|', 5, 'efgh '],
  ['|abcdefgh', 5, 'abcd…'],
  ['七七七|', 5, '七七 '],
])('%s in %i cells is "%s"', (text, width, expected) => {
  expect(rowText(editRow(line(text), width))).toBe(expected);
});

describe('a number', () => {
  const whole: NumberRange = { min: 1, max: 100, kind: 'integer' };
  const share: NumberRange = { min: 0.1, max: 0.3, kind: 'decimal' };
  const open: NumberRange = { min: 1, max: Number.POSITIVE_INFINITY, kind: 'integer' };

  it.each([
    ['50', whole, 50],
    [' 1 ', whole, 1],
    ['0,2', share, 0.2],
    ['.3', share, 0.3],
    ['1e-1', share, 0.1],
    ['100000', open, 100000],
  ])('%s is taken', (text, range, value) => {
    expect(checkNumber(text, range)).toEqual({ ok: true, value });
  });

  it.each([
    ['', whole, 'needs 1 to 100'],
    ['0', whole, 'needs 1 to 100'],
    ['101', whole, 'needs 1 to 100'],
    ['1.5', whole, 'needs a whole number'],
    ['ten', whole, 'not a number'],
    ['0x10', whole, 'not a number'],
    ['Infinity', open, 'not a number'],
    ['1e999', open, 'needs a whole number'],
    ['0.31', share, 'needs 0.1 to 0.3'],
    ['0', open, 'needs 1 or more'],
  ])('%s is refused: it %s', (text, range, reason) => {
    expect(checkNumber(text, range)).toEqual({ ok: false, reason });
  });
});

function Form() {
  const [name, setName] = useState('');
  const [epochs, setEpochs] = useState('5');
  const [field, setField] = useState(0);
  const [said, setSaid] = useState('');
  useKeys('training-form', {
    'edit-next': () => setField((index) => (index + 1) % 3),
    start: () => setSaid('started'),
    edit: () => setSaid('edited'),
  });
  return (
    <>
      <TextField
        value={name}
        onChange={setName}
        isFocused={field === 0}
        width={20}
        onSubmit={(value) => setSaid(`submitted ${value}`)}
        onCancel={() => setSaid('cancelled')}
      />
      <NumberField
        value={epochs}
        onChange={setEpochs}
        range={{ min: 1, max: 100, kind: 'integer' }}
        isFocused={field === 1}
        width={40}
      />
      <Text>{said}</Text>
    </>
  );
}

describe('a form', () => {
  it('gives letters, Enter and Esc to the focused field, and other keys to the screen', async () => {
    const view = await mount(<Form />);
    await view.press('r', '7');
    expect(view.screen().join('\n')).toMatch(/^r7/);
    await view.press('\r');
    expect(view.screen().join('\n')).toContain('submitted r7');
    await view.press('\x1b');
    expect(view.screen().join('\n')).toContain('cancelled');
    await view.press('\t', '\t', 'r');
    expect(view.screen().join('\n')).toContain('started');
    await view.press('\r');
    expect(view.screen().join('\n')).toContain('edited');
    view.unmount();
  });

  it('gives pasted text to the focused field', async () => {
    const view = await mount(<Form />);
    await view.paste('/a/b');
    expect(view.screen().join('\n')).toMatch(/^\/a\/b/);
    view.unmount();
  });

  it('says beside a number what is wrong with it while it is typed', async () => {
    const view = await mount(<Form />, { columns: 120 });
    await view.press('\t', '0', '0');
    expect(view.screen().join('\n')).toContain('✗ needs 1 to 100');
    await view.press('\x7f');
    expect(view.screen().join('\n')).not.toContain('✗');
    view.unmount();
  });
});

/** What `?` opens an overlay over. */
function Covered({ onKey, children }: { onKey: (name: string) => void; children: ReactNode }) {
  const [isCovered, setIsCovered] = useState(false);
  useKeys('home', { help: () => setIsCovered(true) });
  return (
    <>
      {children}
      {isCovered && <Overlay title="Over it" rows={['']} onKey={onKey} />}
    </>
  );
}

describe('a list', () => {
  const names = ['one', 'two', 'three'];
  let chosen: string[];
  let highlighted: string[];
  let view: Mounted;

  beforeEach(() => {
    chosen = [];
    highlighted = [];
  });
  afterEach(() => view.unmount());

  function list(options: { limit?: number; initialIndex?: number } = {}) {
    return (
      <Select
        items={names.map((value) => ({ label: value, value }))}
        isFocused
        onSelect={(value) => chosen.push(value)}
        onHighlight={(value) => highlighted.push(value)}
        {...options}
      />
    );
  }

  it('is walked with arrows, j and k, and chosen from with Enter', async () => {
    view = await mount(list());
    await view.press('\x1b[B', 'j', 'k', '\r');
    expect(view.screen()).toEqual(['  one', '› two', '  three']);
    expect(highlighted).toEqual(['two', 'three', 'two']);
    expect(chosen).toEqual(['two']);
  });

  it('goes round at its ends', async () => {
    view = await mount(list());
    await view.press('k');
    expect(view.screen()[2]).toBe('› three');
    await view.press('j');
    expect(view.screen()[0]).toBe('› one');
  });

  it('shows as many as there is room for, around the one that is looked at', async () => {
    view = await mount(list({ limit: 2, initialIndex: 2 }));
    expect(view.screen()).toEqual(['  two', '› three']);
    await view.press('k', 'k');
    expect(view.screen()).toEqual(['› one', '  two']);
  });

  it('moves once for each of several keys that arrive together', async () => {
    view = await mount(list());
    await Promise.all([view.press('\x1b[B'), view.press('\x1b[B')]);
    await settle();
    expect(view.screen()[2]).toBe('› three');
  });

  it('leaves the digits to the screens', async () => {
    view = await mount(list());
    await view.press('2');
    expect(chosen).toEqual([]);
  });

  it('is chosen from with a click', async () => {
    view = await mount(list({ limit: 2, initialIndex: 2 }));
    await click(view, 'two');
    expect([highlighted, chosen]).toEqual([['two'], ['two']]);
    expect(view.screen()).toContain('› two');
  });

  it('stands still and chooses nothing while something lies over it', async () => {
    const overlay: string[] = [];
    const onKey = (name: string) => overlay.push(name);
    view = await mount(<Covered onKey={onKey}>{list()}</Covered>);
    await view.press('?', '\x1b[B', '\r');
    await clickAt(view, { column: 1, row: 1 });
    expect([highlighted, chosen, overlay]).toEqual([[], [], ['down', 'enter']]);
  });

  it('has no keys either where it is made under an overlay', async () => {
    const overlay: string[] = [];
    view = await mount(
      <>
        {list()}
        <Overlay title="Over it" rows={['']} onKey={(name) => overlay.push(name)} />
      </>,
    );
    await view.press('\x1b[B', '\r');
    expect([highlighted, chosen, overlay]).toEqual([[], [], ['down', 'enter']]);
  });
});
