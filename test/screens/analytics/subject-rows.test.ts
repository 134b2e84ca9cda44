import { describe, expect, it } from 'vitest';
import { emptyRows } from '../../../src/screens/analytics/empty-rows.js';
import { nextSubject, subjectRows } from '../../../src/screens/analytics/subject-rows.js';
import { viewEntries } from '../../../src/screens/analytics/view-entries.js';
import { type Subject, subjectsOf } from '../../../src/state/analytics/subject.js';
import { entriesRow } from '../../../src/ui/components/row-entries.js';
import { glyphsFor } from '../../../src/ui/glyphs.js';
import { rowText } from '../../../src/ui/rows.js';
import { runSummary } from '../../state/analytics/analytics-fakes.js';
import { damagedModel, modelSummary } from '../../state/recognition-fakes.js';

const glyphs = glyphsFor('unicode');
const subjects = subjectsOf(
  [
    modelSummary('fast', { preferred: true }),
    damagedModel('broken', 'model broken is damaged'),
    modelSummary('alone', { preferred: false }),
  ],
  [
    runSummary('fast'),
    runSummary('now', { status: 'running', epoch: 1 }),
    runSummary('none', { status: 'stopped', epoch: 1, best: undefined, validationTrail: [] }),
  ],
);

describe('models and runs to choose among', () => {
  const rows = (list: readonly Subject[], place = 0) =>
    subjectRows({ subjects: list, place, current: list[0], width: 64, height: 8, glyphs });

  it('are told with their accuracy and what became of them', () => {
    expect(rows(subjects).map((row) => rowText(row).trimEnd())).toEqual([
      '› fast     99.00 %  model, ✓ completed, 2 epochs',
      '  broken  ✗ is damaged',
      '  alone    99.00 %  model, its run is not here',
      '  now      99.00 %  run, ● running, epoch 1/20',
      '  none           -  run without a model, ✓ stopped, 0 epochs',
    ]);
  });

  it('say that there are none', () => {
    expect(rowText(rows([])[0])).toBe('nothing here yet: train a model (2)');
  });

  it('keep to their room', () => {
    const many = Array.from({ length: 40 }, (_, index) => ({ name: `run-${index}` }));
    const shown = subjectRows({
      subjects: many,
      place: 20,
      current: undefined,
      width: 30,
      height: 5,
      glyphs,
    });
    expect(shown.map((row) => rowText(row).trim().split(' ')[0])).toEqual([
      'run-18',
      'run-19',
      'run-20',
      'run-21',
      'run-22',
    ]);
  });

  it('are passed over where they are damaged', () => {
    expect(nextSubject(subjects, 0, 1)).toBe(2);
    expect(nextSubject(subjects, 2, -1)).toBe(0);
    expect(nextSubject(subjects, 4, 1)).toBe(4);
  });
});

describe('the line of views', () => {
  const line = (width: number, subject: Subject | undefined = subjects[0]) =>
    rowText(entriesRow(viewEntries({ view: 'network', subject, width, glyphs })));

  it('has the subject at its right, in words where there is room', () => {
    expect(line(80)).toBe(
      ' Curves ›Network  Scores  Calibration  Epochs  Compare                     fast',
    );
    expect(line(100)).toMatch(/Compare +fast {2}model, ✓ completed, 2 epochs$/);
    expect(line(80, { name: 'a-name-of-a-run-that-is-much-too-long' })).toMatch(
      /Compare {2}a-name-of-a-run-that-i…$/,
    );
  });
});

describe('an empty screen', () => {
  const text = (...args: Parameters<typeof emptyRows>) =>
    emptyRows(...args)
      .map(rowText)
      .join('\n');
  const ready = { status: 'ready' } as const;

  it('says what would fill it', () => {
    expect(text([], ready, 76)).toMatch(/^There is no model and no run here yet\.\n/);
    expect(text([], ready, 76)).toContain('2 opens Training, which makes a run and a model');
    expect(text([{ name: 'x', problem: 'damaged' }], ready, 76)).toContain('o shows what is wrong');
  });

  it('says what it waits for', () => {
    expect(text(undefined, ready, 76)).toBe('looking for models and runs');
    expect(text(undefined, { status: 'connecting' }, 76)).toBe('starting the host');
    expect(text(undefined, { status: 'lost', problem: 'the host did not start' }, 76)).toBe(
      'the host did not start',
    );
  });
});
