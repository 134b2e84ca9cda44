import { describe, expect, it } from 'vitest';
import { parseOptions } from '../../bench/options.js';

describe('the options of the bench', () => {
  it('measures everything in three rounds where nothing is said', () => {
    expect(parseOptions([])).toEqual({
      whats: ['train', 'infer', 'accuracy', 'memory', 'start', 'terminal', 'viewers', 'long-log'],
      peers: [],
      rounds: 3,
      images: 4096,
      photos: 2000,
      epochs: 50,
      fastEpochs: 5,
      json: 'bench/results/latest.json',
      data: undefined,
      model: undefined,
      show: undefined,
    });
  });

  it('takes measurements by name, each once, and several environments of peers', () => {
    const args = ['infer', 'train', 'infer', '--peers', 'one', '--rounds', '5', '--peers', 'two'];
    expect(parseOptions(args)).toMatchObject({
      whats: ['train', 'infer'],
      peers: ['one', 'two'],
      rounds: 5,
    });
  });

  it.each([
    [['speed'], 'speed cannot be measured'],
    [['--rounds', '0'], '--rounds 0 is no whole number above 0'],
    [['--fast-epochs', '1.5'], '--fast-epochs 1.5 is no whole number above 0'],
    [['realworld'], 'realworld has no pictures'],
    [['--quick'], "Unknown option '--quick'"],
  ])('refuses %j with the usage', (args, message) => {
    expect(() => parseOptions(args)).toThrow(
      expect.objectContaining({
        message: expect.stringContaining(message),
        remedy: expect.stringContaining('--peers VENV'),
        exitCode: 2,
      }),
    );
  });
});
