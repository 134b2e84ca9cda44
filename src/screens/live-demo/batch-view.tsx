import { homedir } from 'node:os';
import { Box } from 'ink';
import { useEffect, useMemo } from 'react';
import { useStore } from 'zustand';
import type { ResultFormat } from '../../state/live/batch-file.js';
import type { RecognitionState } from '../../state/recognition-state.js';
import { Frame } from '../../ui/components/frame.js';
import { Rows } from '../../ui/components/rows.js';
import type { Availability } from '../../ui/keys/keys.js';
import { useKeys } from '../../ui/keys/use-keys.js';
import { rowWidth, span } from '../../ui/rows.js';
import { useNotice, useTerminal, useWorkArea } from '../../ui/terminal/terminal-context.js';
import { filesAvailability } from '../files/availability.js';
import { FileBrowserView } from '../files/file-browser-view.js';
import { shortPath } from '../files/file-names.js';
import { PictureView } from '../recognition/picture-view.js';
import { StageRecognition } from '../stage/stage-recognition.js';
import { wrapWords } from '../wrap-words.js';
import { BatchPanels } from './batch-panels.js';
import type { DemoViewProps } from './demo-view.js';
import { usePastedFolder } from './use-pasted-folder.js';

/** A folder read at once: how far, what it comes to, what needs a look first, and a file of answers. */
export function BatchView({ live, status, onBack }: DemoViewProps) {
  const { batch, folders } = live;
  const { recognition } = batch;
  const demo = useStore(batch.store);
  const state = useStore(recognition.store);
  const { glyphs, stage } = useTerminal();
  const area = useWorkArea();
  const notice = useNotice();
  const isBrowsing = demo.browser === 'open';
  useEffect(() => {
    batch.open(live.store.getState().model);
  }, [batch, live]);

  const save = async (format: ResultFormat) => {
    const saved = await batch.save(format);
    if ('problem' in saved) notice(saved.problem, 'bad');
    else notice(`saved: ${shortPath(saved.file, pathOptions)}`, 'good');
  };
  const pathOptions = { width: area.width - 10, home: homedir(), ellipsis: glyphs.ellipsis };
  const move = (places: number) => () => recognition.move(places);
  const page = Math.max(1, area.height - 5);
  const availability = batchAvailability(state, stage);
  useKeys(
    'live-batch',
    {
      'demo-folder': () => batch.openBrowser(),
      'save-csv': () => void save('csv'),
      'save-json': () => void save('json'),
      'batch-order': () => recognition.toggleOrder(),
      'batch-side': () => batch.turnSide(),
      'demo-again': () => void recognition.readAgain(),
      'look-closer': () => recognition.lookCloser(),
      'demo-next': move(1),
      'demo-previous': move(-1),
      'move-up': move(-1),
      'move-down': move(1),
      'page-up': move(-page),
      'page-down': move(page),
      back: () => {
        const views = stage === 'on' ? 'one' : 'both';
        if (recognition.back({ views }) === 'left') onBack();
      },
    },
    { availability, isActive: !isBrowsing },
  );
  usePastedFolder((paths) => batch.read(paths), isBrowsing ? 'off' : 'on');

  const place = isBrowsing ? 'files' : 'live-batch';
  const keys = isBrowsing ? filesAvailability(folders.purpose) : availability;
  const hasRows = state.rows.length > 0;
  return (
    <Frame screen="live-demo" place={place} availability={keys} status={status}>
      {isBrowsing ? (
        <FileBrowserView
          browser={folders}
          onChoose={(paths) => batch.read(paths)}
          onClose={() => batch.closeBrowser()}
        />
      ) : stage === 'on' && state.reading ? (
        <StageRecognition recognition={recognition} state={state} />
      ) : !hasRows ? (
        <Empty state={state} />
      ) : state.view === 'picture' ? (
        <PictureView recognition={recognition} state={state} />
      ) : (
        <BatchPanels recognition={recognition} state={state} side={demo.side} />
      )}
    </Frame>
  );
}

/** Before the first answer: what to do, how far it is, or why there is none. */
function Empty({ state }: { state: RecognitionState }) {
  const { glyphs } = useTerminal();
  const area = useWorkArea();
  const { reading } = state;
  const width = Math.min(72, area.width - 4);
  const rows = useMemo(() => {
    if (reading?.status === 'reading') {
      return [
        [span('Looking for pictures, opening the model', 'strong')],
        [span('Esc stops', 'dim')],
      ];
    }
    const problem = reading?.problem;
    const head =
      problem !== undefined
        ? wrapWords(`${glyphs.cross} ${problem}`, width).map((line) => [span(line, 'bad')])
        : reading?.status === 'stopped'
          ? [[span('Stopped before the first answer', 'warning')]]
          : [[span('No folder was read yet', 'strong')]];
    return [
      ...head,
      [],
      [span('o', 'accent'), span('  chooses the folder of pictures to analyse')],
      [span('   or paste its path, or drag it into this window')],
      ...(reading ? [[span('r', 'accent'), span('  tries again')]] : []),
    ];
  }, [reading, width, glyphs]);
  return (
    <Box {...area} alignItems="center" justifyContent="center">
      <Rows rows={rows} width={Math.max(...rows.map(rowWidth))} />
    </Box>
  );
}

function batchAvailability(
  { reading, rows, view }: RecognitionState,
  stage: 'on' | 'off',
): Availability {
  if (rows.length === 0) {
    const nothing = 'choose a folder first (o)';
    return {
      'save-csv': nothing,
      'save-json': nothing,
      'batch-order': nothing,
      'batch-side': nothing,
      'look-closer': nothing,
      'demo-next': nothing,
      'demo-previous': nothing,
      'demo-again': reading ? true : nothing,
    };
  }
  const single = rows.length > 1 ? true : 'only one picture was read';
  const onStage = 'stage mode shows one picture and no more: z leaves it';
  const table = view === 'picture' ? 'it changes the table: Esc goes back to it' : true;
  return {
    'demo-next': single,
    'demo-previous': single,
    'batch-order': view === 'picture' ? table : single,
    'batch-side': stage === 'on' ? onStage : table,
    'look-closer': stage === 'on' ? onStage : true,
  };
}
