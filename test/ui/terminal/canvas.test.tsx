import { Box, Text } from 'ink';
import { afterEach, expect, it } from 'vitest';
import { Raw } from '../../../src/ui/components/rows.js';
import type { Mounted } from '../../support/mount.js';
import { mount } from '../../support/mount.js';

let mounted: Mounted | undefined;
afterEach(() => mounted?.unmount());

async function shown(element: Parameters<typeof mount>[0]): Promise<string[]> {
  mounted = await mount(element, { columns: 12, rows: 4 });
  return mounted.screen();
}

function Lines({ text }: { text: string[] }) {
  return <Raw lines={text} width={[...text[0]].length} height={text.length} />;
}

it('puts lines where ink lays their elements out', async () => {
  expect(
    await shown(
      <Box marginLeft={1}>
        <Lines text={['ab', 'cd']} />
        <Box marginTop={1} marginLeft={2}>
          <Lines text={['xyz']} />
        </Box>
      </Box>,
    ),
  ).toEqual([' ab', ' cd  xyz']);
});

it('puts what is drawn later over what is drawn earlier, and cuts that around it', async () => {
  expect(
    await shown(
      <Box width={12} height={3}>
        <Box flexDirection="column">
          <Lines text={['abcdefghij', 'klmnopqrst', 'uvwxyz0123']} />
        </Box>
        <Box position="absolute" marginLeft={3} marginTop={1}>
          <Lines text={['##']} />
        </Box>
      </Box>,
    ),
  ).toEqual(['abcdefghij', 'klm##pqrst', 'uvwxyz0123']);
});

it('keeps the colours of both halves of a line that is covered in its middle', async () => {
  mounted = await mount(
    <Box>
      <Raw lines={['\u001b[31mabcdef\u001b[39m']} width={6} height={1} />
      <Box position="absolute" marginLeft={2}>
        <Raw lines={['\u001b[32m#\u001b[39m']} width={1} height={1} />
      </Box>
    </Box>,
    { columns: 12, rows: 1 },
  );
  expect(mounted.services.canvas.compose({ columns: 12, rows: 1 })).toBe(
    '\u001b[31mab\u001b[39m\u001b[32m#\u001b[39m\u001b[31mdef\u001b[39m',
  );
});

it('cuts what overflows a box that hides it, and leaves out what is not displayed', async () => {
  expect(
    await shown(
      <Box flexDirection="column">
        <Box width={4} height={2} overflow="hidden" flexShrink={0}>
          <Lines text={['abcdef', 'ghijkl', 'mnopqr']} />
        </Box>
        <Box display="none">
          <Lines text={['hidden']} />
        </Box>
        <Lines text={['below']} />
      </Box>,
    ),
  ).toEqual(['abcd', 'ghij', 'below']);
});

it('draws over what ink has drawn itself', async () => {
  expect(
    await shown(
      <Box>
        <Text>from ink</Text>
        <Box position="absolute" marginLeft={5}>
          <Lines text={['us!']} />
        </Box>
      </Box>,
    ),
  ).toEqual(['from us!']);
});

it('keeps the place of what stands beside something that ink has drawn', async () => {
  expect(
    await shown(
      <Box width={12}>
        <Lines text={['|']} />
        <Box width={8}>
          <Text>ink</Text>
        </Box>
        <Lines text={['|']} />
      </Box>,
    ),
  ).toEqual(['|ink     |']);
});

it('draws nothing beyond the screen', async () => {
  expect(
    await shown(
      <Box marginLeft={10}>
        <Lines text={['abcd', 'efgh', 'ijkl', 'mnop', 'qrst']} />
      </Box>,
    ),
  ).toEqual(
    Array(4)
      .fill(0)
      .map((_, row) => `          ${['ab', 'ef', 'ij', 'mn'][row]}`),
  );
});
