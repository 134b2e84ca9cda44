import { readdirSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { programFile, Sandbox } from '../support/sandbox.js';
import { TerminalProgram } from '../support/terminal.js';

/** The first answer waits for the engine, on a machine that may be busy. */
const patience = { timeout: 60_000 };
vi.setConfig({ testTimeout: 120_000 });

let sandbox: Sandbox;
let program: TerminalProgram;

beforeEach(async () => {
  sandbox = await Sandbox.open();
  program = TerminalProgram.start({
    cwd: sandbox.workspace,
    args: [programFile],
    env: sandbox.env,
  });
  await program.waitFor(/model +mnist-robust/, patience);
  await press('4');
  await program.waitFor('Drawing pad');
});
afterEach(() => {
  program.end();
  sandbox.close();
});

/** A person looks before the next key. */
async function press(key: string): Promise<void> {
  await sleep(150);
  program.press(key);
}

async function openPad(): Promise<void> {
  await press('d');
  await program.waitFor('Draw a digit');
}

/** Waits until the bar of that digit is the longest. */
const isRead = (digit: number) => program.waitFor(new RegExp(`›${digit} █.*\\d %`), patience);
const isBlank = () => program.waitFor('Draw a digit');
const files = (...folder: string[]) => {
  try {
    return readdirSync(sandbox.path(...folder));
  } catch {
    return [];
  }
};

describe('the drawing pad', () => {
  it('reads what the mouse draws, and takes it back', async () => {
    await openPad();
    program.drag([
      [24, 5],
      [23, 18],
    ]);
    await isRead(1);
    program.drag([
      [12, 5],
      [24, 5],
    ]);
    await isRead(7);
    await press('u');
    await isRead(1);
    await press('y');
    await isRead(7);
    program.drag(
      [
        [12, 5],
        [20, 5],
      ],
      'right',
    );
    await isRead(1);
    await press('x');
    await isBlank();
    await press('u');
    await isRead(1);
  });

  it('reads what the pen of the keys draws', async () => {
    await openPad();
    await press('space');
    await program.waitFor('pen down');
    for (let step = 0; step < 16; step++) program.press('down');
    await isRead(1);
    await press('space');
    await program.waitFor('pen, medium');
  });

  it('saves the drawing, keeps it to train on, and takes that back', async () => {
    await openPad();
    program.drag([
      [24, 5],
      [23, 18],
    ]);
    await isRead(1);
    await press('s');
    await program.waitFor(/saved as drawings.drawing-.*png/, patience);
    expect(files('drawings')).toHaveLength(1);

    await press('c');
    await program.waitFor('What is it?');
    await press('1');
    await program.waitFor('kept as a 1', patience);
    expect(files('data', 'mine', '1')).toHaveLength(1);
    await program.waitFor('1 of yours kept');
    await press('u');
    await program.waitFor('no longer kept as a 1', patience);
    expect(files('data', 'mine', '1')).toEqual([]);
    await isRead(1);

    await press('c');
    await press('7');
    await program.waitFor('1 of yours kept', patience);
    await press('f');
    await program.waitFor(/source +data.mine/);
    await program.waitFor('1 samples, 256x256', patience);
  });

  it('is drawn on in front of a room', async () => {
    await openPad();
    await press('z');
    await program.waitUntil((screen) => !screen.join('\n').includes('what it sees'));
    program.drag([
      [20, 4],
      [20, 15],
    ]);
    await program.waitFor(/\d\d(\.\d)? %/, patience);
    await press('z');
    await isRead(1);
  });
});

it('trains before the room, and reads its drawing after each epoch', async () => {
  await press('t');
  await program.waitFor('r trains from nothing');
  program.drag([
    [16, 4],
    [16, 13],
  ]);
  await program.waitFor('Your drawing is read');
  await press('d');
  await program.waitFor('digits_jpeg, 5 epochs');
  for (let turn = 0; turn < 4; turn++) await press('n');
  await program.waitFor('digits_jpeg, 2 epochs');
  await press('r');
  await program.waitFor('What the room saw', patience);
  await program.waitFor(/2 epochs, .*%/);
  await program.waitFor(/Your drawing was an? \d/, patience);
  await program.waitFor('models/digits_jpeg-fast');
  await press('p');
  await program.waitFor('digits_jpeg-fast', patience);
  await program.waitFor('what it sees');
  expect(files('runs', 'digits_jpeg-fast', 'checkpoints')).toContain('epoch-0002.safetensors');
  expect(files('models')).toEqual(['digits_jpeg-fast']);
});
