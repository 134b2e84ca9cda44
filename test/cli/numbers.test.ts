import { writeFile } from 'node:fs/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { encodePng } from '../../src/vision/encode.js';
import { Sandbox } from '../support/sandbox.js';
import { pasted, row } from '../vision/number/pasted.js';

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await Sandbox.open();
  const first = await row('548', { left: 40, top: 30, height: 60, gap: 14 });
  const second = await row('625', { left: 60, top: 120, height: 60, gap: 14 });
  const sheet = await pasted([...first, ...second], { width: 300, height: 220 });
  await writeFile(sandbox.path('lines.png'), await encodePng(sheet));
});
afterAll(() => sandbox.close());

it('reads whole numbers, with a box and a confidence for each digit', async () => {
  const { code, json } = await sandbox.run(['predict', 'lines.png', '--number', '--json']);
  expect(code).toBe(0);
  expect(json).toHaveLength(1);
  const [{ number, lines, digits, numberConfidence }] = json as [
    { number: string; lines: string[]; digits: object[]; numberConfidence: number },
  ];
  expect(number).toBe('548625');
  expect(lines).toEqual(['548', '625']);
  expect(digits).toHaveLength(6);
  expect(digits[0]).toEqual({
    digit: 5,
    confidence: expect.any(Number),
    box: [expect.any(Number), expect.any(Number), expect.any(Number), expect.any(Number)],
  });
  expect(numberConfidence).toBeGreaterThan(0.5);
  expect(json[0]).not.toHaveProperty('seen');
});

it('says so where a picture seems to hold several digits', async () => {
  const { stdout } = await sandbox.run(['predict', 'lines.png']);
  expect(stdout).toMatch(/--number reads them/);
  const { stdout: whole } = await sandbox.run(['predict', 'lines.png', '--number']);
  expect(whole).toMatch(/lines\.png: 548 \/ 625, \d+\.\d % together, each \d+ %/);
});

it('explains what was done to a picture, with a picture of each stage', async () => {
  const { code, json } = await sandbox.run(['predict', 'lines.png', '--explain', '--json']);
  expect(code).toBe(0);
  const [{ explanation }] = json as [
    { explanation: { stages: { name: string; png: string }[]; box: number[]; polarity: string } },
  ];
  const names = explanation.stages.map(({ name }) => name);
  expect(names).toEqual(expect.arrayContaining(['grey', 'polarity', 'threshold', 'centre']));
  for (const { png } of explanation.stages) {
    expect(Buffer.from(png, 'base64').subarray(1, 4).toString('latin1')).toBe('PNG');
  }
  expect(explanation).toMatchObject({
    width: 300,
    height: 220,
    polarity: 'dark on light',
    strokeWidth: expect.any(Number),
    blank: false,
  });
  const { stdout } = await sandbox.run(['predict', 'lines.png', '--explain']);
  expect(stdout).toMatch(/ {2}polarity +dark on light\n/);
  expect(stdout).toMatch(/dark on light, digit \d+x\d+ at \d+, \d+, strokes of \d+\.\d pixels/);
});
