import { basename } from 'node:path';
import { Box } from 'ink';
import { useEffect, useMemo, useState } from 'react';
import { useStore } from 'zustand';
import { dropLine, dropTarget } from '../../state/live/drop-line.js';
import { type FolderWatchState, shownArrival, shownPlace } from '../../state/live/folder-watch.js';
import { cut } from '../../ui/cells.js';
import { Frame } from '../../ui/components/frame.js';
import { Panel, panelInner } from '../../ui/components/panel.js';
import { Rows } from '../../ui/components/rows.js';
import type { Availability } from '../../ui/keys/keys.js';
import { useKeys } from '../../ui/keys/use-keys.js';
import { rowWidth, span } from '../../ui/rows.js';
import { useTerminal, useWorkArea } from '../../ui/terminal/terminal-context.js';
import { useMouse } from '../../ui/terminal/use-mouse.js';
import { filesAvailability } from '../files/availability.js';
import { FileBrowserView } from '../files/file-browser-view.js';
import { PreviewView } from '../recognition/preview-view.js';
import { scrollTo } from '../recognition/table-scroll.js';
import { PictureOnStage } from '../stage/picture-on-stage.js';
import { stagePage } from '../stage/stage-page.js';
import type { DemoViewProps } from './demo-view.js';
import { usePastedFolder } from './use-pasted-folder.js';
import { verdictRows } from './verdict-rows.js';
import { watchLayout, watchLines } from './watch-layout.js';
import { arrivalRows, clockTime, invitationRows, watchStatusRow } from './watch-rows.js';

/** A folder whose pictures are read as they come. */
export function WatchView({ live, status, onBack }: DemoViewProps) {
  const { watch, folders } = live;
  const state = useStore(watch.store);
  const { stage } = useTerminal();
  const area = useWorkArea();
  const isBrowsing = state.browser === 'open';
  useEffect(() => {
    void watch.open(live.store.getState().model);
    return () => watch.stop();
  }, [watch, live]);

  const choose = (paths: readonly string[]) => {
    const [folder] = paths;
    if (folder !== undefined) void watch.watch(folder);
  };
  const layout = watchLayout(area);
  const page = Math.max(1, panelInner(layout.history).height - 1);
  const move = (places: number) => () => watch.move(places);
  const availability = watchAvailability(state);
  useKeys(
    'live-watch',
    {
      'watch-folder': () => void watch.create(),
      'watch-inbox': () => void watch.watch(watch.inbox),
      'demo-folder': () => watch.openBrowser(),
      newest: () => watch.lookAt(0),
      'move-up': move(-1),
      'move-down': move(1),
      'page-up': move(-page),
      'page-down': move(page),
      back: onBack,
    },
    { availability, isActive: !isBrowsing },
  );
  usePastedFolder(choose, isBrowsing ? 'off' : 'on');

  const place = isBrowsing ? 'files' : 'live-watch';
  const keys = isBrowsing ? filesAvailability(folders.purpose) : availability;
  return (
    <Frame screen="live-demo" place={place} availability={keys} status={status}>
      {isBrowsing ? (
        <FileBrowserView browser={folders} onChoose={choose} onClose={() => watch.closeBrowser()} />
      ) : stage === 'on' ? (
        <WatchOnStage state={state} />
      ) : (
        <WatchPanels live={live} state={state} />
      )}
    </Frame>
  );
}

interface WatchPartProps {
  state: FolderWatchState;
}

function WatchPanels({ live, state }: WatchPartProps & Pick<DemoViewProps, 'live'>) {
  const { glyphs } = useTerminal();
  const area = useWorkArea();
  const layout = watchLayout(area);
  const shown = shownArrival(state);
  const line = useDropLine(state.folder);
  const width = area.width - 2;
  const { picture, answer } = layout;
  const inner = panelInner(answer);
  return (
    <>
      {shown ? (
        <Box height={picture.height}>
          <Panel title={basename(shown.result.file)} note={clockTime(shown.at)} {...picture}>
            <PreviewView preview={state.preview} {...panelInner(picture)} />
          </Panel>
          <Panel title="Answer" note={live.modelName} {...answer}>
            <Rows rows={verdictRows(shown.result, { ...inner, glyphs })} {...inner} />
          </Panel>
        </Box>
      ) : (
        <Invitation state={state} line={line} width={area.width} height={picture.height} />
      )}
      <History live={live} state={state} {...layout.history} />
      <Box paddingX={1}>
        <Rows
          rows={[
            watchStatusRow(state, { glyphs }),
            [span(cut(line, width, { ellipsis: glyphs.ellipsis }), 'dim')],
          ]}
          width={width}
          height={watchLines}
        />
      </Box>
    </>
  );
}

function Invitation({
  state,
  line,
  width,
  height,
}: WatchPartProps & { line: string; width: number; height: number }) {
  const { glyphs } = useTerminal();
  const rows = invitationRows(state, { width: Math.min(96, width - 8), line, glyphs });
  return (
    <Box width={width} height={height} alignItems="center" justifyContent="center">
      <Rows rows={rows} width={Math.max(...rows.map(rowWidth))} />
    </Box>
  );
}

function History({
  live,
  state,
  width,
  height,
}: WatchPartProps & Pick<DemoViewProps, 'live'> & { width: number; height: number }) {
  const { glyphs } = useTerminal();
  const { arrivals, chosen } = state;
  const inner = panelInner({ width, height });
  const place = shownPlace(state);
  const [top, setTop] = useState(0);
  const from = scrollTo({ from: top, place, count: arrivals.length, height: inner.height });
  if (from !== top) setTop(from);
  const mouse = useMouse({
    onPress: ({ row }) => {
      if (from + row < arrivals.length) live.watch.lookAt(from + row);
    },
    onWheel: (direction) => live.watch.move(direction),
  });
  const none = [span('what comes is listed here: time, file, answer, confidence', 'dim')];
  const rows = arrivalRows({ arrivals, place, from }, { ...inner, glyphs });
  return (
    <Panel
      title="What came"
      note={chosen === undefined ? '' : [span('Home goes back to the newest', 'warning')]}
      width={width}
      height={height}
    >
      <Box ref={mouse}>
        <Rows rows={rows.length > 0 ? rows : [none]} {...inner} />
      </Box>
    </Panel>
  );
}

function WatchOnStage({ state }: WatchPartProps) {
  const { glyphs } = useTerminal();
  const area = useWorkArea();
  const line = useDropLine(state.folder);
  const shown = shownArrival(state);
  if (shown) {
    const title = [
      span(basename(shown.result.file), 'strong'),
      span(`  ${clockTime(shown.at)}`, 'accent'),
    ];
    return <PictureOnStage title={() => title} result={shown.result} preview={state.preview} />;
  }
  const lines = invitationRows(state, { width: area.width - 8, line, glyphs });
  const isWaiting = state.status.kind === 'watching';
  const parts = isWaiting ? [{ large: 'send one' }, { lines: lines.slice(2) }] : [{ lines }];
  return <Rows rows={stagePage(parts, { ...area, glyphs })} {...area} />;
}

function useDropLine(folder: string): string {
  return useMemo(() => dropLine(folder, dropTarget()), [folder]);
}

function watchAvailability({ status, arrivals }: FolderWatchState): Availability {
  const moving = arrivals.length > 0 ? true : 'no picture has come yet';
  const isWatching = status.kind === 'watching' || status.kind === 'starting';
  return {
    'watch-folder': isWatching ? 'it is watched already: o takes another folder' : true,
    newest: moving,
    'move-up': moving,
    'move-down': moving,
    'page-up': moving,
    'page-down': moving,
  };
}
