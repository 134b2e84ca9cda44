import { describe, expect, it } from 'vitest';
import { Workspace } from '../../../src/host/workspace.js';
import { type AboutFacts, aboutRows } from '../../../src/screens/about/about-rows.js';
import { flowRows } from '../../../src/screens/about/flow-rows.js';
import { keptPlaces } from '../../../src/screens/about/places.js';
import { scrolled, scrollNote } from '../../../src/screens/about/scroll.js';
import { readPackageVersions, versionList } from '../../../src/screens/about/versions.js';
import { glyphsFor } from '../../../src/ui/glyphs.js';
import { rowText, rowWidth } from '../../../src/ui/rows.js';

const glyphs = glyphsFor('unicode');
const packages = {
  'TensorFlow.js': '4.22.0',
  'tfjs-node': '-',
  Ink: '6.8.0',
  React: '19.2.9',
  sharp: '0.35.5',
};
const facts: AboutFacts = {
  version: '1.2.3',
  engine: undefined,
  packages,
  places: [{ what: 'workspace', where: '/home/ada/digits' }],
  weightBytes: undefined,
};
const titles = [
  'Digitscope 1.2.3',
  'The network',
  'Versions',
  'From picture to answer',
  'Training',
  'Where things are kept',
  'Keys that work everywhere',
  'Licence',
];

describe('the page', () => {
  it('is one column in a narrow terminal', () => {
    const lines = aboutRows(facts, 76, glyphs).map((row) => rowText(row).trimEnd());
    expect(lines.filter((line) => titles.includes(line))).toEqual(titles);
    expect(lines).toContain('workspace        /home/ada/digits');
    expect(lines).toContain('q Ctrl-C         leave');
  });

  it('is two columns in a wide one, and then fits a large one without scrolling', () => {
    const rows = aboutRows(facts, 196, glyphs);
    expect(rowText(rows[0])).toMatch(/^Digitscope 1\.2\.3 +From picture to answer +$/);
    expect(rows.length).toBeLessThanOrEqual(56);
  });

  it.each([76, 116, 140, 196])('keeps to %i cells', (width) => {
    expect(Math.max(...aboutRows(facts, width, glyphs).map(rowWidth))).toBeLessThanOrEqual(width);
  });
});

it('leads from the first station down to the last', () => {
  const way = [
    { name: 'picture', words: 'a photo' },
    { name: 'decode', words: 'grey and upright, as it was held' },
    { name: 'answer', words: 'the highest one of ten' },
  ];
  expect(flowRows(way, 40, glyphs).map((row) => rowText(row).trimEnd())).toEqual([
    '● picture            a photo',
    '│ decode             grey and upright,',
    '│                    as it was held',
    '▼ answer             the highest one of',
    '                     ten',
  ]);
});

describe('versions', () => {
  it('are those of the packages that are installed', () => {
    const versions = readPackageVersions();
    expect(versions.Ink).toBe('6.8.0');
    expect(versions.React).toMatch(/^19\./);
    expect(versions.sharp).toMatch(/^\d+\.\d+\.\d+/);
  });

  it('name the native library where there is one, and a dash for what is missing', () => {
    const engine = {
      engine: 'native',
      tensorflow: '2.15.1',
      node: '20.20.2',
      source: 'PyPI',
      location: '/library',
    } as const;
    expect(versionList('1.2.3', engine, packages)).toContainEqual({
      name: 'TensorFlow',
      version: '2.15.1, from PyPI',
    });
    const portable = versionList('1.2.3', undefined, packages);
    expect(portable).toContainEqual({ name: 'TensorFlow', version: '-' });
    expect(portable).toContainEqual({ name: 'tfjs-node', version: '-' });
  });
});

it('knows where everything is kept', () => {
  const workspace = new Workspace('.');
  const places = new Map(keptPlaces(workspace).map(({ what, where }) => [what, where]));
  expect(places.get('workspace')).toBe(workspace.root);
  expect(places.get('runs')).toBe(`${workspace.root}/runs`);
  expect(places.get('log of the host')).toMatch(new RegExp(`${workspace.key}\\.log$`));
});

describe('scrolling', () => {
  it.each([
    [0, 5, 5],
    [0, -1, 0],
    [50, 19, 51],
    [60, 0, 51],
  ])('from %i by %i leads to %i', (top, by, expected) => {
    expect(scrolled({ top, height: 20, total: 71 }, by)).toBe(expected);
  });

  it('stays at the top of a page that fits', () => {
    expect(scrolled({ top: 3, height: 20, total: 12 }, 5)).toBe(0);
  });

  it.each([
    [0, ' ▼ 1-20 of 71'],
    [7, '▲▼ 8-27 of 71'],
    [51, '▲  52-71 of 71'],
  ])('says where row %i is', (top, note) => {
    expect(rowText(scrollNote({ top, height: 20, total: 71 }, glyphs))).toBe(note);
    expect(scrollNote({ top, height: 71, total: 71 }, glyphs)).toBe('');
  });
});
