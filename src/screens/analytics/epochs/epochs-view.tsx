import { Box } from 'ink';
import { useEffect } from 'react';
import { useStore } from 'zustand';
import { type EpochsState, keptEpochs } from '../../../state/analytics/epochs-state.js';
import type { Epochs } from '../../../state/analytics/epochs-store.js';
import type { FileBrowser } from '../../../state/file-browser-store.js';
import { Frame } from '../../../ui/components/frame.js';
import { Rows } from '../../../ui/components/rows.js';
import { refusal } from '../../../ui/keys/keys.js';
import { useKeys } from '../../../ui/keys/use-keys.js';
import { useNotice, usePasteAt } from '../../../ui/terminal/terminal-context.js';
import { filesAvailability } from '../../files/availability.js';
import { FileBrowserView } from '../../files/file-browser-view.js';
import { lookAtPaste } from '../../pasted-paths.js';
import { AnalyticsFrame, useViewArea } from '../analytics-frame.js';
import type { ViewProps } from '../view.js';
import { messageRows } from '../work-rows.js';
import { epochsLayout } from './epochs-layout.js';
import { epochsAvailability, whyNoEpochs } from './epochs-words.js';
import { MatrixFace } from './matrix-face.js';
import { PictureFace } from './picture-face.js';
import { Timeline } from './timeline.js';
import { useFilm } from './use-film.js';

export interface EpochsViewProps extends ViewProps {
  epochs: Epochs;
  /** Chooses a picture. */
  browser: FileBrowser;
}

/** A run along its epochs: what the weights of each answer for one picture, or for all that they were validated on. */
export function EpochsView({ analytics, epochs, browser, status, onBack }: EpochsViewProps) {
  const { subject, subjects } = useStore(analytics.store);
  const state = useStore(epochs.store);
  const area = useViewArea();
  const run = subject?.run;
  const runId = run?.id;
  const availability = epochsAvailability(state, { subjects, subject });
  // biome-ignore lint/correctness/useExhaustiveDependencies: a run is known by its name, whatever is told of it anew.
  useEffect(() => {
    void epochs.look({ run });
  }, [epochs, runId]);
  useFilm(epochs, { film: state.film, run });
  usePastedPicture(epochs, state.files, refusal('trace-file', availability));
  useKeys(
    'analytics-epochs',
    {
      'next-epoch': () => epochs.move(1),
      'previous-epoch': () => epochs.move(-1),
      'epochs-begin': () => epochs.moveTo(0),
      'epochs-end': () => epochs.moveTo(Number.MAX_SAFE_INTEGER),
      'play-epochs': () => epochs.togglePlaying(),
      'toggle-matrix': () => epochs.toggleFace(),
      'easier-sample': () => epochs.turnPicture(1),
      'harder-sample': () => epochs.turnPicture(-1),
      'trace-file': () => epochs.openFiles(),
      'look-again': () => void epochs.again(),
      back: () => {
        if (epochs.back() === 'left') onBack();
      },
    },
    { availability, isActive: state.files === 'closed' },
  );

  if (state.files === 'open') {
    return (
      <Frame
        screen="analytics"
        place="files"
        availability={filesAvailability(browser.purpose)}
        status={status}
      >
        <FileBrowserView
          browser={browser}
          onChoose={([path]) => void epochs.readFile(path)}
          onClose={() => epochs.closeFiles()}
        />
      </Frame>
    );
  }
  const why = whyNoEpochs(state, { subjects, subject });
  return (
    <AnalyticsFrame
      analytics={analytics}
      place="analytics-epochs"
      availability={availability}
      status={status}
    >
      {why ? (
        <Rows rows={messageRows(why, area)} {...area} />
      ) : (
        <Faces epochs={epochs} state={state} />
      )}
    </AnalyticsFrame>
  );
}

function Faces({ epochs, state }: { epochs: Epochs; state: EpochsState }) {
  const layout = epochsLayout(useViewArea(), state.face);
  const Face = state.face === 'picture' ? PictureFace : MatrixFace;
  return (
    <>
      <Box>
        <Face state={state} layout={layout} />
      </Box>
      <Timeline epochs={epochs} state={state} kept={keptEpochs(state)} {...layout.timeline} />
    </>
  );
}

/** A picture that is pasted or dragged in is looked at here. */
function usePastedPicture(epochs: Epochs, files: EpochsState['files'], reason: string | undefined) {
  const notice = useNotice();
  const answer = async (text: string) => {
    if (reason !== undefined) return notice(reason);
    const [first] = await lookAtPaste(text);
    if (first?.kind === 'nothing') notice(`there is no file ${first.path}`);
    else if (first) await epochs.readFile(first.path);
  };
  // Before the shell, which would read it in Recognition.
  usePasteAt('field', (text) => void answer(text), files === 'closed' ? 'on' : 'off');
}
