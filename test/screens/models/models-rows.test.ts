import { describe, expect, it } from 'vitest';
import { modelsAvailability } from '../../../src/screens/models/availability.js';
import { importRows } from '../../../src/screens/models/import-rows.js';
import { modelPageRows } from '../../../src/screens/models/model-page-rows.js';
import { modelAtRow, modelTable } from '../../../src/screens/models/model-table.js';
import { modelsLayout } from '../../../src/screens/models/models-layout.js';
import { workRows } from '../../../src/screens/models/work-rows.js';
import { glyphsFor } from '../../../src/ui/glyphs.js';
import { type RowLike, rowText, rowWidth } from '../../../src/ui/rows.js';
import { tried } from '../../state/models/models-fakes.js';
import { damagedModel, modelSummary } from '../../state/recognition-fakes.js';

const glyphs = glyphsFor('unicode');
const text = (rows: readonly RowLike[]) => rows.map((row) => rowText(row).trimEnd());

const mine = modelSummary('mine', { preferred: false });
const models = [
  mine,
  modelSummary('starter', { preferred: true }),
  damagedModel('broken', 'model broken is damaged, its weights are not those of its card'),
];

describe('the table', () => {
  it('says how well each reads, how large it is and where it is from', () => {
    expect(text(modelTable({ models, place: 2, width: 76, height: 6, glyphs }))).toEqual([
      '  model    accuracy  parameters     size  from          made',
      '  mine      99.00 %     242,954      1 B  trained here  2025-01-01',
      '★ starter   99.00 %     242,954      1 B  trained here  2025-01-01',
      expect.stringMatching(/^ {2}broken {3}✗ is damaged, its weights are not those/),
    ]);
  });

  it('fits into its cells, whatever the names are', () => {
    const long = modelSummary('a-name-that-goes-on-and-on-and-on-and-on', { preferred: true });
    for (const width of [76, 116, 196]) {
      const rows = modelTable({ models: [long, ...models], place: 0, width, height: 9, glyphs });
      expect(rows.every((row) => rowWidth(row) <= width)).toBe(true);
    }
  });

  it('knows the model of a row that is clicked, and none for its head', () => {
    const shown = { models, place: 0, height: 6 };
    expect(modelAtRow(0, shown)).toBeUndefined();
    expect(modelAtRow(2, shown)?.name).toBe('starter');
    expect(modelAtRow(5, shown)).toBeUndefined();
  });
});

it.each([
  [80, 21, 2],
  [120, 37, 30],
  [80, 21, 0],
])('panels fill %i by %i with %i models', (width, height, count) => {
  const { list, card } = modelsLayout({ width, height }, count);
  expect(list.height + card.height).toBe(height);
  expect(Math.min(list.height, card.height)).toBeGreaterThanOrEqual(4);
});

it('has the card and every layer on the page of a model', () => {
  const rows = text(modelPageRows(mine, { width: 76, glyphs }));
  expect(rows).toContain('digitscope-cnn');
  expect(rows.join('\n')).toMatch(/all together +242,954/);
});

describe('what is said of an import', () => {
  const options = { width: 60, glyphs };

  it('lists the ways of reading, the best one marked', () => {
    const state = { status: 'tried', file: '/m/theirs.keras', tried, place: 1 } as const;
    const rows = text(importRows(state, options));
    expect(rows).toContain('How much of 1,000 samples of mnist:test it reads right');
    expect(rows).toContain('› inverted                                97.3 % ★ best');
    expect(rows).toContain('  as it is                                27.0 %');
    expect(rows.join(' ')).toMatch(/a softmax was added/);
    expect(rows.join(' ')).not.toMatch(/badly/);
  });

  it('warns of a model that reads badly in every way', () => {
    const readings = tried.check.readings.map((reading) => ({ ...reading, accuracy: 0.1 }));
    const bad = { ...tried, check: { ...tried.check, readings } };
    const state = { status: 'tried', file: '/m/theirs.keras', tried: bad, place: 0 } as const;
    expect(text(importRows(state, options)).join(' ')).toMatch(/reads badly in every way/);
  });

  it('says how far it is, and what went wrong', () => {
    const working = { status: 'working', file: '/m/a.h5', task: 'try' } as const;
    expect(text(importRows(working, options))[0]).toBe('reading the file');
    const progress = { phase: 'check', done: 3000, total: 6000 } as const;
    expect(text(importRows({ ...working, progress }, options))[0]).toMatch(/3,000\/6,000 .* 50 %/);
    const failed = { status: 'failed', file: '/m/a.h5', problem: 'a.h5 is damaged' } as const;
    expect(text(importRows(failed, options))).toEqual([
      '✗ a.h5 is damaged',
      '',
      'nothing was imported; Esc closes',
    ]);
  });
});

describe('the rows of news', () => {
  it.each([
    [{ status: 'idle' }, ['']],
    [{ status: 'working', words: 'writing mine' }, ['   writing mine…']],
    [{ status: 'done', words: 'mine is written', bytes: 2048 }, [' ✓ mine is written, 2.0 KB']],
    [{ status: 'failed', problem: 'the disk is full' }, [' ✗ the disk is full']],
  ] as const)('tell %o', (work, expected) => {
    expect(text(workRows(work, { width: 60, glyphs }))).toEqual(expected);
  });

  it('are as many as a long problem needs', () => {
    const work = { status: 'failed', problem: 'a problem '.repeat(12) } as const;
    expect(workRows(work, { width: 60, glyphs }).length).toBeGreaterThan(1);
  });
});

describe('the keys', () => {
  const idle = { work: { status: 'idle' } } as const;

  it('keep what comes with the program as it is', () => {
    const shipped = { ...mine, place: 'shipped' } as const;
    expect(modelsAvailability(shipped, idle)).toMatchObject({
      'rename-model': expect.stringMatching(/comes with the program/),
      'delete-model': expect.stringMatching(/comes with the program/),
      'choose-default': true,
      'export-model': true,
    });
  });

  it('delete a damaged model, and do nothing else with it', () => {
    const [, , broken] = models;
    expect(modelsAvailability(broken, idle)).toMatchObject({
      'delete-model': true,
      'export-model': expect.stringMatching(/damaged/),
      'fine-tune': expect.stringMatching(/damaged/),
    });
  });

  it('wait for what is under way, but not for a run', () => {
    const working = { work: { status: 'working', words: 'writing' } } as const;
    expect(modelsAvailability(mine, working)).toMatchObject({
      'export-model': expect.stringMatching(/wait/),
      'fine-tune': true,
    });
  });

  it('give the default up where it was chosen', () => {
    const chosen = { ...modelSummary('mine', { preferred: true }), chosen: true };
    expect(modelsAvailability(chosen, idle)['choose-default']).toEqual({
      does: 'default no more',
    });
  });
});
