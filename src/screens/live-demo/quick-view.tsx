import { basename } from 'node:path';
import { Box } from 'ink';
import { useEffect, useMemo } from 'react';
import { useStore } from 'zustand';
import { isReadable } from '../../state/live/quick-demo.js';
import { Frame } from '../../ui/components/frame.js';
import { Rows } from '../../ui/components/rows.js';
import { count } from '../../ui/format.js';
import type { Availability } from '../../ui/keys/keys.js';
import { useKeys } from '../../ui/keys/use-keys.js';
import { rowWidth } from '../../ui/rows.js';
import { useTerminal, useWorkArea } from '../../ui/terminal/terminal-context.js';
import { useMouse } from '../../ui/terminal/use-mouse.js';
import { filesAvailability } from '../files/availability.js';
import { FileBrowserView } from '../files/file-browser-view.js';
import { probabilityRows } from '../recognition/answer-rows.js';
import { pictureLayout } from '../recognition/picture-layout.js';
import { PictureOnStage } from '../stage/picture-on-stage.js';
import { nameRow } from '../stage/picture-words.js';
import { AnswerPanels } from './answer-panels.js';
import type { DemoViewProps } from './demo-view.js';
import { quickEmptyRows, quickFigures, quickRows } from './quick-rows.js';
import { usePastedFolder } from './use-pasted-folder.js';

/** Pictures read one after the other, until it is left. */
export function QuickView({ live, status, onBack }: DemoViewProps) {
  const { quick, folders } = live;
  const demo = useStore(quick.store);
  const state = useStore(quick.recognition.store);
  const { glyphs, stage } = useTerminal();
  const area = useWorkArea();
  const isBrowsing = demo.browser === 'open';
  useEffect(() => {
    quick.open(live.store.getState().model);
    return () => quick.leave();
  }, [quick, live]);

  const { reading, selected, rows } = state;
  const results = reading?.results;
  const figures = useMemo(() => quickFigures(results ?? []), [results]);
  const result = results?.[selected];
  const availability = quickAvailability(figures.readable);
  useKeys(
    'live-quick',
    {
      play: () => quick.togglePlay(),
      faster: () => quick.changePace(1),
      slower: () => quick.changePace(-1),
      'demo-folder': () => quick.openBrowser(),
      'demo-samples': () => quick.readSamples(),
      'demo-again': () => void quick.recognition.readAgain(),
      'demo-next': () => quick.step(1),
      'demo-previous': () => quick.step(-1),
      back: onBack,
    },
    { availability, isActive: !isBrowsing },
  );
  usePastedFolder((paths) => quick.read(paths), isBrowsing ? 'off' : 'on');
  const mouse = useMouse({
    onPress: ({ column }) => quick.step(column < area.width / 2 ? -1 : 1),
    onWheel: (direction) => quick.step(direction),
  });

  const place = isBrowsing ? 'files' : 'live-quick';
  const keys = isBrowsing ? filesAvailability(folders.purpose) : availability;
  return (
    <Frame screen="live-demo" place={place} availability={keys} status={status}>
      {isBrowsing ? (
        <FileBrowserView
          browser={folders}
          onChoose={(paths) => quick.read(paths)}
          onClose={() => quick.closeBrowser()}
        />
      ) : (
        <Box ref={mouse} width={area.width} height={area.height} flexDirection="column">
          {content()}
        </Box>
      )}
    </Frame>
  );

  function content() {
    if (!reading || !result || !isReadable(result)) {
      const lines = quickEmptyRows(reading, { width: Math.min(72, area.width - 4), glyphs });
      return (
        <Box {...area} alignItems="center" justifyContent="center">
          <Rows rows={lines} width={Math.max(...lines.map(rowWidth))} />
        </Box>
      );
    }
    if (stage === 'on') {
      const title = (width: number) => nameRow(state, { width, glyphs });
      return <PictureOnStage title={title} result={result} preview={state.preview} />;
    }
    // What is passed over is said in a row of its own.
    const spare = figures.unreadable.length > 0 || reading.status === 'failed' ? 1 : 0;
    const layout = pictureLayout({ ...area, height: area.height - spare });
    const width = area.width - 2;
    const bars = probabilityRows(result, { width, glyphs, rows: layout.barRows });
    const title = `${count(rows.indexOf(selected) + 1)}/${count(rows.length)} ${basename(result.file)}`;
    const below = [...bars, ...quickRows(reading, demo, { glyphs, figures })];
    return (
      <>
        <AnswerPanels
          title={title}
          result={result}
          preview={state.preview}
          model={reading.model}
          layout={layout}
        />
        <Box paddingX={1}>
          <Rows rows={below} width={width} height={area.height - layout.panelHeight} />
        </Box>
      </>
    );
  }
}

function quickAvailability(readable: number): Availability {
  if (readable > 1) return {};
  const none =
    readable === 0
      ? 'no picture was read: o takes another folder'
      : 'only one picture could be read';
  return { 'demo-next': none, 'demo-previous': none, play: none, faster: none, slower: none };
}
