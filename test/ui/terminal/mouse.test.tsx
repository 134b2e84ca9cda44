import { Box } from 'ink';
import { afterEach, expect, it } from 'vitest';
import type { MouseHandlers } from '../../../src/ui/terminal/mouse.js';
import type { MouseEvent } from '../../../src/ui/terminal/mouse-reports.js';
import { useMouse } from '../../../src/ui/terminal/use-mouse.js';
import type { Mounted } from '../../support/mount.js';
import { mount } from '../../support/mount.js';

let mounted: Mounted | undefined;
afterEach(() => mounted?.unmount());

const heard: string[] = [];
afterEach(() => {
  heard.length = 0;
});

function Part({
  name,
  wheel = 'used',
  ...box
}: { name: string; wheel?: 'used' | 'unused' } & Parameters<typeof Box>[0]) {
  const tell = (what: string) => (at: { column: number; row: number }) =>
    void heard.push(`${name} ${what} ${at.column},${at.row}`);
  const handlers: MouseHandlers = {
    onPress: tell('press'),
    onDrag: tell('drag'),
    onRelease: tell('release'),
    ...(wheel === 'used' && { onWheel: (direction) => void heard.push(`${name} ${direction}`) }),
  };
  return <Box {...box} ref={useMouse(handlers)} />;
}

function send(kind: MouseEvent['kind'], column: number, row: number): void {
  mounted?.services.mouse.emit({ kind, button: 'left', column, row });
}

it('gives a press to the part under it, in that part’s own cells', async () => {
  mounted = await mount(
    <Box marginLeft={5} marginTop={2}>
      <Part name="left" width={10} height={3} />
      <Part name="right" width={10} height={3} />
    </Box>,
  );
  send('press', 5, 2);
  send('press', 14, 4);
  send('press', 15, 3);
  send('press', 4, 2);
  send('press', 5, 5);
  expect(heard).toEqual(['left press 0,0', 'left press 9,2', 'right press 0,1']);
});

it('gives a press to what is drawn last', async () => {
  mounted = await mount(
    <Box width={20} height={6}>
      <Part name="below" width={20} height={6}>
        <Part name="inside" width={4} height={2} />
      </Part>
      <Box position="absolute" marginLeft={10}>
        <Part name="above" width={5} height={2} />
      </Box>
    </Box>,
  );
  send('press', 1, 1);
  send('press', 12, 1);
  send('press', 12, 3);
  expect(heard).toEqual(['inside press 1,1', 'above press 2,1', 'below press 12,3']);
});

it('gives a drag to the part where it began, out of it too', async () => {
  mounted = await mount(
    <Box>
      <Part name="one" width={4} height={2} />
      <Part name="two" width={4} height={2} />
    </Box>,
  );
  send('press', 1, 1);
  send('drag', 6, 0);
  send('release', 7, 5);
  send('drag', 6, 0);
  expect(heard).toEqual(['one press 1,1', 'one drag 6,0', 'one release 7,5']);
});

it('does not reach what is not displayed', async () => {
  mounted = await mount(
    <Box display="none">
      <Part name="hidden" width={4} height={2} />
    </Box>,
  );
  send('press', 0, 0);
  expect(heard).toEqual([]);
});

it('turns a wheel that nothing uses into arrow keys', async () => {
  const pressed: string[] = [];
  mounted = await mount(
    <Box>
      <Part name="list" width={4} height={2} />
      <Part name="plain" wheel="unused" width={4} height={2} />
    </Box>,
    { onPressKey: (name) => pressed.push(name) },
  );
  send('wheel-down', 0, 0);
  send('wheel-up', 5, 0);
  send('wheel-down', 50, 20);
  expect(heard).toEqual(['list 1']);
  expect(pressed).toEqual(['up', 'down']);
});
