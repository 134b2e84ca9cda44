import { describe, expect, it } from 'vitest';
import {
  defaultSettings,
  parseSetting,
  settingRanges,
  trainingSettingsSchema,
} from '../../src/core/settings.js';

describe('settings', () => {
  it.each([
    ['epochs', '1', 1],
    ['epochs', ' 50 ', 50],
    ['validationSplit', '0.3', 0.3],
    ['batchSize', '4096', 4096],
    ['learningRate', '1e-3', 0.001],
  ] as const)('%s takes %j', (name, typed, value) => {
    expect(parseSetting(name, typed)).toEqual({ value });
  });

  it.each([
    ['epochs', '0', 'epochs must be a whole number from 1 to 1000'],
    ['epochs', '1.5', 'epochs must be a whole number from 1 to 1000'],
    ['epochs', 'many', 'epochs must be a whole number from 1 to 1000'],
    ['epochs', '', 'epochs must be a whole number from 1 to 1000'],
    ['validationSplit', '0.9', 'validation split must be a number from 0.05 to 0.5'],
    ['batchSize', '-32', 'batch size must be a whole number from 1 to 4096'],
    ['learningRate', '0', 'learning rate must be a number from 1e-7 to 10'],
    ['learningRate', 'Infinity', 'learning rate must be a number from 1e-7 to 10'],
  ] as const)('%s refuses %j', (name, typed, error) => {
    expect(parseSetting(name, typed)).toEqual({ error });
  });

  it('refuses from a file or a socket what it refuses when typed', () => {
    expect(trainingSettingsSchema.safeParse({ ...defaultSettings, epochs: 0 }).success).toBe(false);
    expect(trainingSettingsSchema.parse(defaultSettings)).toEqual(defaultSettings);
  });

  it('offers only what it takes', () => {
    for (const { offered, lowest, highest } of Object.values(settingRanges)) {
      for (const value of offered) {
        expect(value).toBeGreaterThanOrEqual(lowest);
        expect(value).toBeLessThanOrEqual(highest);
      }
    }
  });
});
