import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ModelsScreen } from '../../../src/screens/models/models-screen.js';
import { FileBrowser } from '../../../src/state/file-browser-store.js';
import type { HostConnection } from '../../../src/state/host-connection.js';
import { ImportStore } from '../../../src/state/models/import-store.js';
import { ModelsStore } from '../../../src/state/models/models-store.js';
import { recentPlaces } from '../../../src/state/places-file.js';
import { previewsOf } from '../../../src/state/recognition-previews.js';
import { ModelsHost, tried } from '../../state/models/models-fakes.js';
import { connectionOf } from '../../state/run-fakes.js';
import { type Mounted, mount } from '../../support/mount.js';

const [down, enter, esc] = ['\u001b[B', '\r', '\u001b'];

let folder: string;
let host: ModelsHost;
let connection: HostConnection;
let view: Mounted;
const onFineTune = vi.fn();
const onBack = vi.fn();

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'digitscope-models-'));
  writeFileSync(join(folder, 'theirs.keras'), '');
  writeFileSync(join(folder, 'notes.txt'), '');
  host = new ModelsHost();
  connection = connectionOf(host);
  await connection.refresh();
  const models = new ModelsStore(connection, folder);
  const browser = new FileBrowser({
    purpose: 'model',
    places: [{ name: 'here', folder }],
    recent: recentPlaces('model', folder),
    home: folder,
    previews: previewsOf(async () => host as never),
  });
  view = await mount(
    <ModelsScreen
      models={models}
      imports={new ImportStore(models)}
      browser={browser}
      status=""
      onBack={onBack}
      onFineTune={onFineTune}
    />,
  );
});

afterEach(() => {
  view.unmount();
  connection.close();
  rmSync(folder, { recursive: true });
  vi.resetAllMocks();
});

const text = () => view.screen().join('\n');

it('lists the models, tells of the one that is looked at, and opens its page', async () => {
  expect(text()).toMatch(/★ starter +99\.00 %/);
  expect(text()).toMatch(/╭ mine ─/);
  await view.press(down);
  expect(text()).toMatch(/╭ starter ─/);
  await view.press(enter);
  expect(text()).not.toContain('╭ Models');
  expect(text()).toMatch(/data +mnist, 48,000 to train/);
  await view.press(esc);
  expect(text()).toContain('╭ Models');
});

it('renames by a line below, which Esc leaves', async () => {
  await view.press('r', '2', esc);
  expect(host.asked).toEqual([]);
  await view.press('r', '2', enter);
  await expect.poll(text).toContain('mine is called mine2 now');
});

it('asks before it deletes, and brings back', async () => {
  await view.press('d', 'n');
  expect(host.asked).toEqual([]);
  await view.press('d', 'y');
  await expect.poll(text).toContain('mine is deleted: u brings it back');
  await view.press('u');
  await expect.poll(text).toContain('mine is back');
});

it('exports to a place that is offered', async () => {
  await view.press('e', down, enter);
  expect(text()).toContain('Keras, HDF5 to exports/mine.h5');
  await view.press(enter);
  await expect.poll(text).toContain('mine is written to exports/mine.h5, 2.0 KB');
});

it('goes on to training with the model', async () => {
  await view.press(down, 't');
  expect(onFineTune).toHaveBeenCalledWith('starter');
});

describe('an import', () => {
  beforeEach(async () => {
    await view.press('i');
    await expect.poll(text).toContain('theirs.keras');
  });

  it('offers the files that may be models, and no others', () => {
    expect(text()).not.toContain('notes.txt');
    expect(text()).toContain('1 model file');
  });

  it('shows how the file reads, and keeps it as one chooses', async () => {
    await view.press(...'theirs', enter);
    await expect.poll(() => host.imports.length).toBe(1);
    expect(text()).toContain('reading the file');
    host.lastImport.answer(tried);
    await expect.poll(text).toMatch(/› inverted +97\.3 % ★ best/);
    await view.press(enter);
    await expect.poll(() => host.imports.length).toBe(2);
    host.keep('theirs');
    await expect.poll(text).toContain('theirs is imported, and reads inverted');
    expect(text()).toMatch(/╭ theirs ─/);
  });

  it('is left by Esc, and nothing is imported', async () => {
    await view.press(...'theirs', enter);
    await expect.poll(() => host.imports.length).toBe(1);
    host.lastImport.answer(tried);
    await expect.poll(text).toContain('Enter imports it so');
    await view.press(esc);
    expect(text()).not.toContain('Import theirs.keras');
    expect(host.imports).toHaveLength(1);
  });
});

it('goes back from the list', async () => {
  await view.press(esc);
  expect(onBack).toHaveBeenCalled();
});
