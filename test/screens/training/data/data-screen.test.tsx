import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { Workspace } from '../../../../src/host/workspace.js';
import { DataScreen } from '../../../../src/screens/training/data/data-screen.js';
import { DataLook } from '../../../../src/state/training-data/data-look.js';
import { TrainingForm } from '../../../../src/state/training-form-store.js';
import { FakeDataHost, leftOut, photos } from '../../../state/training-data/data-fakes.js';
import { type Mounted, mount } from '../../../support/mount.js';

const keys = {
  enter: '\r',
  escape: '\u001b',
  tab: '\t',
  down: '\u001b[B',
  right: '\u001b[C',
  end: '\u001b[F',
};

let root: string;
let host: FakeDataHost;
let form: TrainingForm;
let look: DataLook;
let terminal: Mounted;

beforeEach(async () => {
  root = mkdtempSync(join(tmpdir(), 'digitscope-data-'));
  host = new FakeDataHost();
  host.summary = { ...photos, skippedCount: 40 };
  host.skippedEntries = leftOut(40);
  form = new TrainingForm(host.connection, new Workspace(root));
  look = new DataLook({ connection: host.connection, form, results: join(root, 'results') });
  form.store.setState({ values: { ...form.store.getState().values, source: 'photos' } });
  await form.describe();
  look.open();
  terminal = await mount(<DataScreen data={look} form={form} status="" />);
});
afterEach(() => {
  terminal.unmount();
  rmSync(root, { recursive: true });
});

const text = () => terminal.screen().join('\n');
const footer = () => terminal.screen()[23].trim();

it('fills the terminal with warnings, ten digits and where they are from', () => {
  expect(terminal.screen()).toHaveLength(24);
  expect(terminal.screen()[1]).toMatch(/^›Overview {2}Samples {2}Duplicates {2}Left out +photos$/);
  expect(text()).toContain('! 1 picture is there under two labels');
  expect(text()).toMatch(/│ 0 ▄+ +10 +33\.3 % +8 +2 │/);
  expect(text()).toMatch(/│ all +30 +24 +6 │/);
  expect(text()).toMatch(/copies +1, 1 under two/);
  expect(text()).toMatch(/left out +40 files/);
  expect(footer()).toBe('Tab next view  ? help  q leave');
});

it('says why a key of another view does nothing', async () => {
  await terminal.press('n');
  expect(footer()).toBe('Tab turns to the samples');
});

it('shows the samples of a digit, and one of them as it was', async () => {
  await terminal.press(keys.tab);
  await expect.poll(text).toContain('›0 0.png');
  expect(text()).toContain('1 to 10 of 30');
  await terminal.press('n', 'n');
  await expect.poll(text).toContain('Samples of 1');
  await expect.poll(text).toContain('›1 0.png');
  await terminal.press(keys.right, keys.enter);
  await expect.poll(text).toContain('640x480');
  expect(text()).toContain('said to be  1');
  expect(text()).toContain('/photos/1/10.png');
  expect(host.asked.at(-1)).toEqual({ original: 10 });
  await terminal.press('n');
  await expect.poll(text).toContain('/photos/1/20.png');
  await terminal.press(keys.escape);
  await expect.poll(text).toContain('›1 20.png');
});

it('says loudly that a picture is there under two labels, and shows it under both', async () => {
  await terminal.press(keys.tab, keys.tab);
  await expect.poll(text).toContain('✗ 1 picture is there under two labels');
  await expect.poll(text).toContain('›1: 0 3.png');
  expect(text()).toContain(' 1: 1 14.png');
});

it('scrolls through what was left out, tells one in full and saves all', async () => {
  await terminal.press(keys.tab, keys.tab, keys.tab);
  await expect.poll(text).toContain('› 7/bad0.png');
  await terminal.press(keys.down);
  expect(text()).toContain('│ /photos/7/bad1.png');
  await terminal.press(keys.end);
  await expect.poll(text).toContain('› 7/bad39.png');
  expect(text()).toContain('40 of 40');
  await terminal.press('e');
  await expect.poll(() => readdirSync(join(root, 'results'))).toHaveLength(1);
  await expect.poll(footer).toMatch(/^saved as .*left-out-/);
});

it('goes back with Esc', async () => {
  await terminal.press(keys.escape);
  await expect.poll(() => look.store.getState().layer).toBe('closed');
});
