import { Box, useApp } from 'ink';
import { useState } from 'react';
import { useStore } from 'zustand';
import { isUnderWay } from '../state/run-view.js';
import type { Session } from '../state/session.js';
import type { ScreenName } from '../ui/keys.js';
import { useTerminal } from '../ui/terminal/terminal-context.js';
import { useKeys } from '../ui/use-keys.js';
import { AboutScreen } from './about/about-screen.js';
import type { HomeChoice } from './home/home-menu.js';
import { HomeScreen } from './home/home-screen.js';
import { LeaveQuestion } from './leave-question.js';
import { RecognitionScreen } from './recognition/recognition-screen.js';
import { runStatus } from './run-status.js';
import { lossOf } from './training/loss-of.js';
import { TrainingScreen } from './training/training-screen.js';

export interface ShellProps {
  session: Session;
}

/** Which screen is open, and how the program is left. */
export function Shell({ session }: ShellProps) {
  const { columns, rows, glyphs } = useTerminal();
  const { exit } = useApp();
  const [screen, setScreen] = useState<ScreenName>('home');
  const [leaving, setLeaving] = useState<'no' | 'asked' | 'stopping'>('no');
  const runs = useStore(session.runs.store);

  const leave = () => {
    // Who asks twice does not want to wait: the host ends the run by itself when nobody watches.
    if (leaving === 'no' && session.runs.isUnderWay) setLeaving('asked');
    else exit();
  };
  const stopAndLeave = async () => {
    setLeaving('stopping');
    await session.runs.stop();
    exit();
  };
  const choose = (choice: HomeChoice) => {
    if (choice.kind === 'read-samples') void session.recognition.readSamples();
    if (choice.kind === 'train') {
      session.runs.dismiss();
      if (choice.source !== undefined) session.form.take(choice.source);
    }
    setScreen(screenOf[choice.kind]);
  };
  const openRecognition = () => {
    // Who looks at a run that has just ended wants to try what came out of it.
    const trained = screen === 'training' ? runs.view?.run.outcome?.model : undefined;
    if (trained) void session.recognition.chooseModel(trained);
    setScreen('recognition');
  };
  const goHome = () => setScreen('home');
  useKeys(screen, {
    'open-home': goHome,
    'open-training': () => setScreen('training'),
    'open-recognition': openRecognition,
    'open-about': () => setScreen('about'),
    leave,
  });

  const { workspace, connection, form, recognition, browser } = session;
  const status = runStatus(runs, glyphs);
  return (
    <Box width={columns} height={rows}>
      {screen === 'home' && (
        <HomeScreen
          connection={connection}
          form={form}
          run={isUnderWay(runs.view) ? 'under way' : 'none'}
          status={status}
          onChoose={choose}
        />
      )}
      {screen === 'training' && (
        <TrainingScreen runs={session.runs} form={form} status={status} onBack={goHome} />
      )}
      {screen === 'recognition' && (
        <RecognitionScreen
          recognition={recognition}
          browser={browser}
          status={status}
          onBack={goHome}
        />
      )}
      {screen === 'about' && (
        <AboutScreen
          connection={connection}
          workspace={workspace}
          status={status}
          onBack={goHome}
        />
      )}
      {leaving !== 'no' && (
        <LeaveQuestion
          state={leaving}
          detail={runs.view && lossOf(runs.view)}
          onYes={() => void stopAndLeave()}
          onNo={() => setLeaving('no')}
        />
      )}
    </Box>
  );
}

const screenOf: Record<HomeChoice['kind'], ScreenName> = {
  'read-samples': 'recognition',
  read: 'recognition',
  train: 'training',
  watch: 'training',
  about: 'about',
};
