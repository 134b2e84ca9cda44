import { afterEach, beforeEach, expect, it } from 'vitest';
import { Confirm } from '../../../src/ui/components/confirm.js';
import { type Mounted, mount } from '../../support/mount.js';
import { click } from '../../support/mouse.js';

let answers: string[];
let view: Mounted;

beforeEach(async () => {
  answers = [];
  view = await mount(
    <Confirm
      question="Stop this run?"
      detail="Nothing of it would be kept."
      onYes={() => answers.push('yes')}
      onNo={() => answers.push('no')}
    />,
  );
});
afterEach(() => view.unmount());

it('says what is asked, what would be lost, and how to answer', () => {
  const lines = view.screen().map((line) => line.trim());
  expect(lines.filter((line) => line !== '')).toEqual([
    '╭ Stop this run? ──────────────╮',
    '│                              │',
    '│ Nothing of it would be kept. │',
    '│                              │',
    '│ y yes   n no                 │',
    '│                              │',
    '╰──────────────────────────────╯',
  ]);
});

it.each([
  ['y', 'yes'],
  ['\r', 'yes'],
  ['n', 'no'],
  ['\u001b', 'no'],
  ['q', 'no'],
])('%j is %s', async (key, answer) => {
  await view.press(key);
  expect(answers).toEqual([answer]);
});

it('takes no other key', async () => {
  await view.press('s', ' ', '1');
  expect(answers).toEqual([]);
});

it('is answered with a click on a word, and not with one beside it', async () => {
  await click(view, 'Nothing of it');
  await click(view, '   n no');
  await click(view, 'Stop this run?');
  expect(answers).toEqual([]);
  await click(view, 'yes');
  await click(view, 'no ');
  expect(answers).toEqual(['yes', 'no']);
});
