import { Box } from 'ink';
import { useStore } from 'zustand';
import type { LiveDemo } from '../../state/live/live-demo-store.js';
import { Frame } from '../../ui/components/frame.js';
import { Panel, panelInner } from '../../ui/components/panel.js';
import { Rows } from '../../ui/components/rows.js';
import type { Availability } from '../../ui/keys/keys.js';
import { useKeys } from '../../ui/keys/use-keys.js';
import type { RowLike } from '../../ui/rows.js';
import { span } from '../../ui/rows.js';
import { useTerminal, useWorkArea } from '../../ui/terminal/terminal-context.js';
import { useMouse } from '../../ui/terminal/use-mouse.js';
import { stagePage } from '../stage/stage-page.js';
import { type Demo, type DemoNeeds, demos, whyNot } from './demos.js';
import { menuPitch, menuRows } from './menu-rows.js';

export interface MenuViewProps {
  live: LiveDemo;
  status: RowLike;
  /** Called for Esc. */
  onBack: () => void;
}

/** The list of what can be shown. */
export function MenuView({ live, status, onBack }: MenuViewProps) {
  const { place } = useStore(live.store);
  const needs = useNeeds(live);
  const { glyphs, stage } = useTerminal();
  const area = useWorkArea();
  const frame = { title: 'What to show', ...area };
  const inner = panelInner(frame);
  const availability = menuAvailability(needs, place);

  const show = (demo: Demo | undefined) => {
    if (demo && whyNot(demo, needs) === undefined) live.open(demo.mode);
  };
  const lookAt = (index: number) => live.lookAt(Math.min(demos.length - 1, Math.max(0, index)));
  const letters = demos.map((demo, index) => {
    const open = () => {
      lookAt(index);
      show(demo);
    };
    return [demo.action, open] as const;
  });
  useKeys(
    'live-menu',
    {
      ...Object.fromEntries(letters),
      'show-demo': () => show(demos[place]),
      'move-up': () => lookAt(place - 1),
      'move-down': () => lookAt(place + 1),
      back: onBack,
    },
    { availability },
  );
  const pitch = menuPitch({ demos, height: inner.height });
  const mouse = useMouse({
    onPress: ({ row }) => {
      const index = Math.floor(row / pitch);
      if (index >= demos.length) return;
      lookAt(index);
      show(demos[index]);
    },
    onWheel: (direction) => lookAt(place + direction),
  });
  const note = needs.hasModel === false ? [span('no model yet', 'warning')] : live.modelName;
  return (
    <Frame screen="live-demo" place="live-menu" availability={availability} status={status}>
      {stage === 'on' ? (
        <Rows rows={stagePage([{ lines: stageLines(place) }], { ...area, glyphs })} {...area} />
      ) : (
        <Panel {...frame} note={note} tone="accent">
          <Box ref={mouse}>
            <Rows rows={menuRows({ ...needs, demos, place, ...inner, glyphs })} {...inner} />
          </Box>
        </Panel>
      )}
    </Frame>
  );
}

function useNeeds({ connection }: LiveDemo): DemoNeeds {
  const { models } = useStore(connection.store);
  return { hasModel: models?.some((model) => 'card' in model) };
}

function menuAvailability(needs: DemoNeeds, place: number): Availability {
  const refusals = demos.map((demo) => [demo.action, whyNot(demo, needs) ?? true] as const);
  return {
    ...Object.fromEntries(refusals),
    'show-demo': whyNot(demos[place] ?? demos[0], needs) ?? true,
  };
}

/** For a room: the titles and their letters alone. */
function stageLines(place: number): RowLike[] {
  const widest = Math.max(...demos.map(({ title }) => title.length));
  return demos.flatMap(({ letter, title }, index) => {
    const tone = index === place ? 'selected' : 'strong';
    const words = [span(`${letter}  `, 'accent'), span(` ${title.padEnd(widest)} `, tone)];
    return index === 0 ? [words] : ['', words];
  });
}
