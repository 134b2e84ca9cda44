import { describe, expect, it } from 'vitest';
import { homeMenu } from '../../../src/screens/home/home-menu.js';
import { nextStep, type Situation } from '../../../src/screens/home/next-step.js';
import { glyphsFor } from '../../../src/ui/glyphs.js';
import { damagedModel, modelSummary } from '../../state/recognition-fakes.js';

describe('the menu', () => {
  const labels = (options: Partial<Parameters<typeof homeMenu>[0]>) =>
    homeMenu({
      hasModel: true,
      host: 'there',
      run: 'none',
      sources: ['mnist'],
      width: 74,
      glyphs: glyphsFor('unicode'),
      ...options,
    }).map(({ label }) => label);

  it('offers what can be done with what is here', () => {
    expect(labels({ sources: ['mnist', 'data/digits_jpeg'] })).toEqual([
      'Read the sample digits        pictures that come with the program',
      'Read your own pictures        choose files, or paste their paths',
      'Train on mnist                60,000 samples, with the program',
      'Train on data/digits_jpeg     a folder of samples',
      'Train on something else       a folder of folders 0 to 9',
      'Live demo                     draw a digit, watch a folder, play a quiz',
      'Analytics                     how training went, and what is read wrong',
      'Models                        look at them, import, export, rename, delete',
      'About                         the network layer by layer, and what is ins…',
    ]);
  });

  it('says where a folder is whose name is cut', () => {
    const long = '/home/ada/pictures/digits_jpeg';
    expect(labels({ sources: [long] })[2]).toBe(`Train on …ctures/digits_jpeg  ${long}`);
  });

  it('is cut with the signs that the terminal has', () => {
    const ascii = labels({
      glyphs: glyphsFor('ascii'),
      sources: ['/home/ada/pictures/digits_jpeg'],
    });
    expect(ascii[2]).toMatch(/^Train on ~ctures\/digits_jpeg /);
    expect(ascii.at(-1)).toMatch(/what is ins~$/);
  });

  it('says what reading needs while there is no model', () => {
    expect(labels({ hasModel: false })[0]).toBe(
      'Read the sample digits        needs a model: train one first',
    );
  });

  it('leads to the run that is under way', () => {
    expect(labels({ run: 'under way' })[2]).toBe(
      'Watch the training            a run is under way',
    );
  });

  it('starts a lost host again, below all that stays where it is', () => {
    expect(labels({ host: 'lost' }).slice(0, -1)).toEqual(labels({}));
    expect(labels({ host: 'lost' }).at(-1)).toMatch(/^Start the host again {2}/);
  });
});

describe('the next step', () => {
  const models = [modelSummary('starter', { preferred: true })];
  const damaged = [damagedModel('old', 'damaged')];
  const ready: Situation = { host: { status: 'ready', models }, run: 'none', pictures: 0 };
  const problem = 'the host did not start: see its log';

  it.each<[string, Situation, string, string]>([
    ['no model', { ...ready, host: { status: 'ready', models: [] } }, 'train', 'no model can read'],
    [
      'a damaged one',
      { ...ready, host: { status: 'ready', models: damaged } },
      'train',
      'no model',
    ],
    ['nothing read', ready, 'read-samples', 'starter is ready: let it read the samples'],
    ['one read', { ...ready, pictures: 1 }, 'read', '1 picture read: now try'],
    ['some read', { ...ready, pictures: 12 }, 'read', '12 pictures read: now try'],
    ['a run', { ...ready, run: 'under way' }, 'watch', 'a run is under way: watch it'],
    ['models unknown', { ...ready, host: { status: 'connecting' } }, 'read-samples', 'looking for'],
    ['a lost host', { ...ready, host: { status: 'lost', problem } }, 'start-host', `✗ ${problem}`],
    [
      'a host on its way back',
      { ...ready, host: { status: 'connecting', problem } },
      'start-host',
      '● starting the host again',
    ],
    // The host is there; what went wrong is another matter.
    ['a list that failed', { ...ready, host: { status: 'ready', problem } }, 'read-samples', 'loo'],
  ])('with %s', (_, situation, kind, why) => {
    const step = nextStep(situation, glyphsFor('unicode'));
    expect(step.kind).toBe(kind);
    expect(step.why.text).toContain(why);
  });
});
