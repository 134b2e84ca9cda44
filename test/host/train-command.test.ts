import { expect, test } from 'vitest';
import { defaultSettings } from '../../src/core/settings.js';
import { trainCommand } from '../../src/host/train-command.js';

const request = { source: 'mnist', name: 'one', settings: defaultSettings };

test('a run of a source alone names nothing else', () => {
  expect(trainCommand(request)).toBe(
    'digitscope train --data mnist --recipe classic --epochs 50 --validation-split 0.2 ' +
      '--batch-size 32 --learning-rate 0.001 --seed 42 --name one',
  );
});

test('what is added, limited, held out and balanced is said', () => {
  const command = trainCommand({
    ...request,
    data: { extra: ['data/mine', 'b.csv'], limitPerClass: 500, test: 'mnist:test' },
    settings: { ...defaultSettings, balance: 'class-weights' },
  });
  expect(command).toContain(
    '--data mnist --extra data/mine --extra b.csv --limit-per-class 500 --test mnist:test ' +
      '--balance class-weights --recipe classic',
  );
});

test('a path with spaces or quotes is one word of a shell', () => {
  const command = trainCommand({ ...request, source: "Ada's digits; rm" });
  expect(command).toContain(`--data 'Ada'\\''s digits; rm' --recipe`);
});

test('the model that it goes on from is said', () => {
  expect(trainCommand({ ...request, from: 'mnist-fast' })).toContain('--from mnist-fast --recipe');
});
