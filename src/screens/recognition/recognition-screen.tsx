import { homedir } from 'node:os';
import { useEffect } from 'react';
import { useStore } from 'zustand';
import type { FileBrowser } from '../../state/file-browser-store.js';
import type { Recognition } from '../../state/recognition-store.js';
import { Frame } from '../../ui/components/frame.js';
import { useKeys } from '../../ui/keys/use-keys.js';
import type { RowLike } from '../../ui/rows.js';
import { useNotice, useTerminal, useWorkArea } from '../../ui/terminal/terminal-context.js';
import { filesAvailability } from '../files/availability.js';
import { FileBrowserView } from '../files/file-browser-view.js';
import { shortPath } from '../files/file-names.js';
import { StageRecognition } from '../stage/stage-recognition.js';
import { recognitionAvailability } from './availability.js';
import { nextModelName } from './empty-rows.js';
import { EmptyView } from './empty-view.js';
import { ModelChooser } from './model-chooser.js';
import { NumberView } from './number-view.js';
import { PictureView } from './picture-view.js';
import { TableView } from './table-view.js';
import { ThresholdChooser } from './threshold-chooser.js';
import { TurnArea } from './turn-area.js';
import { XrayView } from './xray-view.js';

export interface RecognitionScreenProps {
  recognition: Recognition;
  browser: FileBrowser;
  /** The right end of the line of tabs. */
  status: RowLike;
  /** Called for Esc when nothing on this screen is open. */
  onBack: () => void;
}

/** Reads digits from pictures: one large, several in a table. */
export function RecognitionScreen({
  recognition,
  browser,
  status,
  onBack,
}: RecognitionScreenProps) {
  const state = useStore(recognition.store);
  const area = useWorkArea();
  const { stage, glyphs } = useTerminal();
  const notice = useNotice();
  const { panel } = state;
  const availability = recognitionAvailability(state, stage);

  useEffect(() => {
    void recognition.loadModels();
  }, [recognition]);

  const read = (paths: readonly string[]) => void recognition.read(paths);
  const close = () => recognition.close();
  const move = (places: number) => () => recognition.move(places);
  const step = (places: number) => () => {
    if (state.view === 'xray') recognition.closer.nextStage(places);
    else recognition.move(places);
  };
  const save = async (format: 'csv' | 'json') => {
    const saved = await recognition.save(format);
    if ('problem' in saved) notice(saved.problem, 'bad');
    else notice(`saved: ${shortPath(saved.file, pathOptions)}`, 'good');
  };
  const pathOptions = { width: area.width - 10, home: homedir(), ellipsis: glyphs.ellipsis };
  // Two rows of keys and progress, the table's border, its heads and the detail row are no rows of it.
  const page = Math.max(1, area.height - 5);

  useKeys(
    'recognition',
    {
      'open-files': () => recognition.openFiles(),
      'read-samples': () => void recognition.readSamples(),
      'choose-model': () => recognition.openModels(),
      'choose-threshold': () => recognition.openThreshold(),
      'toggle-order': () => recognition.toggleOrder(),
      filter: () => recognition.openFilter(),
      'switch-view': () => recognition.switchView(),
      'read-again': () => void recognition.readAgain(),
      'save-results': () => void save('csv'),
      'save-results-json': () => void save('json'),
      choose: () => recognition.lookCloser(),
      xray: () => {
        if (state.view === 'xray') recognition.closer.nextStage(1);
        else recognition.closer.switchTo('xray');
      },
      'whole-number': () => {
        if (state.view === 'table') void recognition.switchNumbers();
        else recognition.closer.switchTo('number');
      },
      'move-up': step(-1),
      'move-down': step(1),
      'page-up': move(-page),
      'page-down': move(page),
      'next-picture': move(1),
      'previous-picture': move(-1),
      back: () => {
        const views = stage === 'on' ? 'one' : 'both';
        if (recognition.back({ views }) === 'left') onBack();
      },
    },
    { availability, isActive: panel === 'none' },
  );

  return (
    <Frame
      screen="recognition"
      place={panel === 'files' ? 'files' : 'recognition'}
      availability={panel === 'files' ? filesAvailability(browser.purpose) : availability}
      status={status}
    >
      {panel === 'files' ? (
        <FileBrowserView browser={browser} onChoose={read} onClose={close} />
      ) : stage === 'on' ? (
        <StageRecognition recognition={recognition} state={state} />
      ) : !state.reading?.results.length ? (
        <EmptyView state={state} />
      ) : state.view === 'picture' && state.rows.length > 0 ? (
        <PictureView recognition={recognition} state={state} />
      ) : state.view !== 'table' && state.rows.length > 0 ? (
        <TurnArea recognition={recognition}>
          {state.view === 'xray' ? <XrayView state={state} /> : <NumberView state={state} />}
        </TurnArea>
      ) : (
        <TableView recognition={recognition} state={state} />
      )}
      {panel === 'models' && (
        <ModelChooser
          models={state.models}
          current={nextModelName(state)}
          onChoose={(name) => void recognition.chooseModel(name)}
          onClose={close}
        />
      )}
      {panel === 'threshold' && <ThresholdChooser recognition={recognition} state={state} />}
    </Frame>
  );
}
