import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { Workspace } from '../../../src/host/workspace.js';
import { RecognitionScreen } from '../../../src/screens/recognition/recognition-screen.js';
import { createChartStore } from '../../../src/screens/training/chart-store.js';
import { TrainingScreen } from '../../../src/screens/training/training-screen.js';
import { Session } from '../../../src/state/session.js';
import { blockText } from '../../../src/ui/components/block-text.js';
import { glyphsFor } from '../../../src/ui/glyphs.js';
import {
  blank,
  type FakeHost as PictureHost,
  read,
  startRecognition,
} from '../../state/recognition-fakes.js';
import {
  connectionOf,
  epochEnded,
  epochStarted,
  FakeHost,
  progress,
  started,
} from '../../state/run-fakes.js';
import { type Mounted, mount } from '../../support/mount.js';

const keys = {
  right: '\u001b[C',
  down: '\u001b[B',
  escape: '\u001b',
  enter: '\r',
  clear: '\u0015',
};
const onBack = vi.fn();
let view: Mounted;

const text = () => view.screen().join('\n');
const drawn = (pattern: RegExp | string) => expect.poll(text).toMatch(pattern);
const footer = () => view.screen().at(-1)?.trim();

function session(host: FakeHost): Session {
  return new Session(new Workspace('.'), connectionOf(host), join(tmpdir(), 'digitscope-none'));
}

/** A line of a large text that no other text has. */
const large = (words: string, height: number) =>
  blockText(words, { height, glyphs: glyphsFor('unicode') })[1].trim();

afterEach(() => {
  view.unmount();
  onBack.mockReset();
});

describe('recognition on stage', () => {
  async function show(size = { columns: 80, rows: 24 }) {
    const { recognition, host } = startRecognition();
    const { browser } = session(new FakeHost());
    view = await mount(
      <RecognitionScreen recognition={recognition} browser={browser} status="" onBack={onBack} />,
      { ...size, stage: 'on' },
    );
    return { recognition, host };
  }

  async function readThree(host: PictureHost) {
    await view.press('s');
    host.last.tell(3, read('/p/a.png', 7, 0.98), read('/p/b.png', 3, 0.15), blank('/p/c.png'));
    host.last.answer();
    await drawn('a.png  1/3');
  }

  it('says large what to press before anything is read', async () => {
    await show();
    expect(text()).toContain(large('s', 5));
    expect(text()).toContain(large('samples', 5));
    expect(text()).toContain('or drag a picture into this window');
  });

  it('shows how far several pictures are read, and then one of them', async () => {
    const { host } = await show();
    await view.press('s');
    host.last.tell(3, read('/p/a.png', 7, 0.98));
    await drawn('reading pictures, Esc stops');
    expect(text()).toContain(large('1/3', 9));
    host.last.tell(3, read('/p/b.png', 1, 0.9), read('/p/c.png', 1, 0.9));
    host.last.answer();
    await drawn('a.png  1/3');
    expect(text()).not.toContain('Totals');
  });

  it('turns to the others, each with its own sign and its picture', async () => {
    const { host, recognition } = await show();
    await readThree(host);
    expect(text()).toContain(large('7', 20));
    expect(text()).toContain(large('98.0%', 5));
    await expect.poll(() => recognition.store.getState().preview?.status).toBe('ready');
    await view.press(keys.right);
    expect(text()).toContain('b.png  2/3');
    expect(text()).toContain('not a digit?, best guess 3');
    await view.press(keys.right);
    expect(text()).toContain(large('BLANK', 5));
    expect(host.previews).toEqual(['/p/a.png', '/p/b.png', '/p/c.png']);
  });

  it('says why a key of the table does nothing', async () => {
    const { host } = await show();
    await readThree(host);
    for (const key of ['/', '\t', keys.enter]) {
      await view.press(key);
      expect(footer()).toBe('stage mode shows one picture: z leaves it');
    }
  });

  it('is left by one Esc', async () => {
    const { host } = await show();
    await readThree(host);
    await view.press(keys.escape);
    expect(onBack).toHaveBeenCalledTimes(1);
  });

  it('gives way to the table and comes back, where it was', async () => {
    const { host } = await show();
    await readThree(host);
    await view.press(keys.right);
    view.services.appearance.toggleStage();
    await drawn('Totals');
    view.services.appearance.toggleStage();
    await drawn('b.png  2/3');
  });

  it('shows one filter, and that nothing goes with it', async () => {
    const { host, recognition } = await show();
    await readThree(host);
    recognition.filterBy('nobody');
    await drawn('Esc clears the filter: nobody');
    await view.press(keys.escape);
    await drawn('a.png  1/3');
  });

  it('says large that a reading failed, and tries again', async () => {
    const { host } = await show();
    await readThree(host);
    await view.press('r');
    host.last.fail(new Error('the host is not well'));
    await drawn('✗ the host is not well');
    expect(text()).toContain(large('no answer', 5));
    await view.press('r');
    expect(host.predictions).toHaveLength(3);
  });

  it('turns by the mouse', async () => {
    const { host } = await show();
    await readThree(host);
    view.services.mouse.emit({ kind: 'press', button: 'left', column: 70, row: 10 });
    await drawn('b.png  2/3');
    view.services.mouse.emit({ kind: 'press', button: 'left', column: 3, row: 10 });
    await drawn('a.png  1/3');
  });

  it.each([
    { columns: 80, rows: 24 },
    { columns: 120, rows: 40 },
    { columns: 200, rows: 60 },
  ])('fits $columns by $rows', async (size) => {
    const { host } = await show(size);
    await readThree(host);
    expect(view.screen()).toHaveLength(size.rows);
    expect(Math.max(...view.screen().map((row) => row.length))).toBeLessThanOrEqual(size.columns);
    expect(footer()).toMatch(/q leave$/);
  });
});

describe('training on stage', () => {
  async function show() {
    const host = new FakeHost();
    const training = session(host);
    await training.connection.client();
    view = await mount(
      <TrainingScreen
        filing={{ file: () => {}, question: null }}
        ways={{}}
        runs={training.runs}
        form={training.form}
        data={training.data}
        browser={training.dataBrowser}
        chartStore={createChartStore()}
        status=""
        onBack={onBack}
      />,
      { stage: 'on' },
    );
    return host;
  }

  it('says large what will be trained on, and keeps the keys of the settings', async () => {
    const host = await show();
    expect(text()).toContain('classic recipe, 50 epochs');
    await view.press(keys.down, keys.down, keys.enter, keys.clear, '3', keys.enter);
    expect(text()).toContain('classic recipe, 3 epochs');
    expect(text()).toMatch(/› epochs +3/);
    await view.press('r');
    expect(host.started[0].settings.epochs).toBe(3);
  });

  it('shows the data on its way, then the accuracy', async () => {
    const host = await show();
    await view.press('r');
    host.tellLoading({ done: 100, total: 400 });
    await drawn('reading the samples, Esc cancels');
    host.tell(started, epochStarted(1), epochEnded(1, 0.9801), epochStarted(2), progress(2, 750));
    await drawn('validation accuracy   ★ best so far');
    expect(text()).toContain(large('98.01%', 7));
    expect(text()).toMatch(/epoch 2\/20 +left/);
    await view.press('g');
    expect(footer()).toBe('stage mode shows one chart: z leaves it');
  });
});
