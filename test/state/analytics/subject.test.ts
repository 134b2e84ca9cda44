import { describe, expect, it } from 'vitest';
import { firstSubject, sameSubject, subjectsOf } from '../../../src/state/analytics/subject.js';
import { damagedModel, modelSummary } from '../recognition-fakes.js';
import { runSummary } from './analytics-fakes.js';

const model = (name: string) => modelSummary(name, { preferred: name === 'shipped' });
const broken = damagedModel('broken', 'its checksum is wrong');
const names = (subjects: readonly { name: string }[]) => subjects.map(({ name }) => name);

describe('what there is to look at', () => {
  it('has a model and the run that made it as one', () => {
    const [one, ...others] = subjectsOf([model('fast')], [runSummary('fast')]);
    expect(others).toEqual([]);
    expect([one.name, one.run?.id, one.weights]).toEqual(['fast', 'fast', { model: 'fast' }]);
  });

  it('has the run of a damaged model by itself, with its own weights', () => {
    const subjects = subjectsOf([broken], [runSummary('broken')]);
    expect(subjects[0]).toEqual({ name: 'broken', problem: 'its checksum is wrong' });
    expect(subjects[1].weights).toEqual({ run: 'broken' });
  });

  it.each(['running', 'failed', 'waiting'] as const)(
    'has a %s run beside a model of its name',
    (status) => {
      const subjects = subjectsOf(
        [model('fast')],
        [runSummary('fast-2', { status, request: runSummary('fast').request })],
      );
      expect(names(subjects)).toEqual(['fast', 'fast-2']);
      expect(subjects[0].run).toBeUndefined();
    },
  );

  it('gives a run without an epoch no weights', () => {
    const [run] = subjectsOf([], [runSummary('cut', { best: undefined })]);
    expect(run.weights).toBeUndefined();
  });
});

describe('what is looked at first', () => {
  it('is the newest run, or else the model that reads, and never a damaged one', () => {
    const models = [broken, model('other'), model('shipped')];
    const runs = [runSummary('new', { startedAt: 9 }), runSummary('old', { startedAt: 1 })];
    const first = (...args: Parameters<typeof subjectsOf>) =>
      firstSubject(subjectsOf(...args), args[0])?.name;
    expect(first(models, runs)).toBe('new');
    expect(first(models, [])).toBe('shipped');
    expect(first([broken, model('other')], [])).toBe('other');
    expect(first([broken], [])).toBeUndefined();
    expect(first([], [])).toBeUndefined();
  });
});

it('finds a run again under the name of the model that it has made since', () => {
  const [before] = subjectsOf([], [runSummary('fast-2', { status: 'running' })]);
  const request = runSummary('better').request;
  const after = subjectsOf([model('better')], [runSummary('fast-2', { request })]);
  expect(sameSubject(after, before)?.name).toBe('better');
  expect(sameSubject([], before)).toBeUndefined();
});
