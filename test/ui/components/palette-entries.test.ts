import { describe, expect, it } from 'vitest';
import {
  findEntries,
  type PaletteEntry,
  paletteEntries,
} from '../../../src/ui/components/palette-entries.js';
import { paletteRows } from '../../../src/ui/components/palette-rows.js';
import { glyphsFor } from '../../../src/ui/glyphs.js';
import { typingFirst } from '../../../src/ui/keys/key-focus.js';
import { rowText } from '../../../src/ui/rows.js';

const light = {
  title: 'Theme: light',
  words: 'colours for a light background',
  run: () => undefined,
};
const goHome = { title: 'Go to Home', words: '', key: '1', run: () => undefined };

function entries(fields = 0): PaletteEntry[] {
  return paletteEntries({
    place: 'training-form',
    availability: { start: 'no data is loaded' },
    commands: [goHome, light],
    focus: { fields, overlays: 0 },
    mode: 'unicode',
  });
}

function entry(title: string, fields = 0): PaletteEntry | undefined {
  return entries(fields).find((each) => each.title === title);
}

describe('the entries', () => {
  it('are the keys of the place and of everywhere, and the commands', () => {
    expect(entry('Choose data')).toEqual({
      title: 'Choose data',
      words: '',
      state: 'ready',
      shown: 'o',
      choice: { key: 'o' },
    });
    expect(entry('Preferences')?.choice).toEqual({ key: ',' });
    expect(entry('Go to Home')).toMatchObject({ shown: '1', choice: { run: goHome.run } });
    expect(entry('Theme: light')).toMatchObject({ shown: '', words: light.words });
  });

  it('name each screen once, and not the palette itself', () => {
    const titles = entries().map(({ title }) => title);
    expect(titles).not.toContain('Home');
    expect(titles).not.toContain('Find any command');
    expect(titles).toEqual([...new Set(titles)]);
  });

  it('say why they cannot act, after all that can', () => {
    const run = entry('Run');
    expect(run).toMatchObject({
      words: 'no data is loaded',
      state: 'refused',
      choice: { reason: 'no data is loaded' },
    });
    expect(entries().at(-1)).toEqual(run);
  });

  it('have the keys of the place first, and last what one does without looking for it', () => {
    const titles = entries().map(({ title }) => title);
    const order = ['Edit', 'Stage mode, for a projector', 'Go to Home', 'Previous field', 'Back'];
    expect(titles.filter((title) => order.includes(title))).toEqual(order);
  });

  it('do not press a letter into a text field', () => {
    expect(entry('Choose data', 1)?.choice).toEqual({
      reason: 'Enter or Esc ends the typing first',
    });
    expect(entry('Next field', 1)?.choice).toEqual({ key: 'tab' });
    expect(entry('Leave', 1)).toMatchObject({ shown: 'Ctrl-C', choice: { key: 'ctrl+c' } });
    expect(entry('Go to Home', 1)?.state).toBe('ready');
  });

  it('can be left while one is typing, whatever the screen says of the letter', () => {
    const leave = paletteEntries({
      place: 'training-form',
      availability: { leave: typingFirst },
      commands: [],
      focus: { fields: 1, overlays: 0 },
      mode: 'unicode',
    }).find(({ title }) => title === 'Leave');
    expect(leave).toMatchObject({ state: 'ready', choice: { key: 'ctrl+c' } });
  });
});

describe('a search', () => {
  const found = (query: string) => findEntries(entries(), query);

  it('shows everything before something is typed', () => {
    expect(found(' ').map((each) => each.entry)).toEqual(entries());
  });

  it('has the best title first, with its letters', () => {
    expect(found('thl')[0]).toMatchObject({
      entry: { title: 'Theme: light' },
      inTitle: [0, 1, 7],
      inWords: [],
    });
  });

  it('finds what the words beside a title say, after the titles', () => {
    expect(found('background')).toMatchObject([{ entry: { title: 'Theme: light' }, inTitle: [] }]);
  });

  it('finds nothing where nothing is called that', () => {
    expect(found('xyzzy')).toEqual([]);
  });
});

describe('the rows', () => {
  const rows = (query: string, options = {}) => {
    const found = findEntries(entries(), query);
    return paletteRows(found, {
      selected: 0,
      from: 0,
      to: found.length,
      width: 52,
      glyphs: glyphsFor('unicode'),
      ...options,
    });
  };

  it('have the title, what there is to know, and the key at the right', () => {
    expect(rows('run').map(rowText)).toContain(
      '  Run  no data is loaded                           r',
    );
    expect(rows('thl').map(rowText)[0]).toBe(
      '› Theme: light  colours for a light background'.padEnd(52),
    );
  });

  it('mark the letters that were searched for', () => {
    const [row] = rows('thl');
    const strong = row.filter(({ tone }) => tone === 'strong').map(({ text }) => text);
    expect(strong).toEqual(['T', 'h', 'l']);
  });

  it('are cut, not wrapped', () => {
    expect(rowText(rows('thl', { width: 20 })[0])).toBe('› Theme: light  c…  ');
  });

  it('are those of the window, and point at the chosen one', () => {
    const shown = rows('', { selected: 2, from: 1, to: 4 }).map(rowText);
    expect(shown.map((text) => text[0])).toEqual([' ', '›', ' ']);
  });
});
