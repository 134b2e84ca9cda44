import { Box, useApp } from 'ink';
import { useState } from 'react';
import { useStore } from 'zustand';
import { isUnderWay } from '../state/run-view.js';
import type { Session } from '../state/session.js';
import { type Command, CommandsContext } from '../ui/components/palette-commands.js';
import { useKeys } from '../ui/keys/use-keys.js';
import type { RowLike } from '../ui/rows.js';
import { useNotice, usePaste, useServices, useTerminal } from '../ui/terminal/terminal-context.js';
import { AboutScreen } from './about/about-screen.js';
import { AnalyticsScreen } from './analytics/analytics-screen.js';
import { shellCommands } from './commands.js';
import { HomeScreen } from './home/home-screen.js';
import { isHostLost } from './home/next-step.js';
import { LeaveQuestion } from './leave-question.js';
import { LiveDemoScreen } from './live-demo/live-demo-screen.js';
import { type Navigation, useNavigation } from './navigation.js';
import { answerPaste, lookAtPaste } from './pasted-paths.js';
import { RecognitionScreen } from './recognition/recognition-screen.js';
import { tabStatus } from './run-status.js';
import { createChartStore } from './training/chart-store.js';
import { lossOf } from './training/loss-of.js';
import { TrainingPages } from './training/pages/training-pages.js';

export interface ShellProps {
  session: Session;
}

/** What is there on every screen: the way to the others and out, commands, what is pasted, and how it is drawn. */
export function Shell({ session }: ShellProps) {
  const { columns, rows, glyphs } = useTerminal();
  const { appearance } = useServices();
  const navigation = useNavigation(session);
  const leaving = useLeaving(session);
  const runs = useStore(session.runs.store);
  const host = useStore(session.connection.store);
  const { goTo } = navigation;

  useKeys('global', {
    'open-home': () => goTo('home'),
    'open-training': () => goTo('training'),
    'open-recognition': () => goTo('recognition'),
    'open-live-demo': () => goTo('live-demo'),
    'open-analytics': () => goTo('analytics'),
    'open-about': () => goTo('about'),
    'toggle-stage': () => appearance.toggleStage(),
    leave: leaving.leave,
  });
  usePastedPaths(session, navigation, { isActive: leaving.state === 'no' });

  return (
    <Box width={columns} height={rows}>
      <CommandsContext value={useCommands(session, navigation)}>
        <OpenScreen
          session={session}
          navigation={navigation}
          status={tabStatus(runs, host, glyphs)}
        />
      </CommandsContext>
      {leaving.state !== 'no' && (
        <LeaveQuestion
          state={leaving.state}
          detail={runs.view && lossOf(runs.view)}
          onYes={leaving.stopAndLeave}
          onNo={leaving.stay}
        />
      )}
    </Box>
  );
}

interface OpenScreenProps extends ShellProps {
  navigation: Navigation;
  status: RowLike;
}

function OpenScreen({ session, navigation, status }: OpenScreenProps) {
  const { view } = useStore(session.runs.store);
  const pictures = useStore(session.recognition.store, ({ reading }) => reading?.results.length);
  const [charts] = useState(() => ({
    training: createChartStore(),
    analytics: createChartStore(),
  }));
  const onBack = () => navigation.goTo('home');
  const { workspace, connection, form, recognition, browser, dataBrowser } = session;
  switch (navigation.screen) {
    case 'home':
      return (
        <HomeScreen
          connection={connection}
          form={form}
          run={isUnderWay(view) ? 'under way' : 'none'}
          view={view}
          pictures={pictures}
          workspace={workspace.root}
          status={status}
          onChoose={navigation.choose}
        />
      );
    case 'training':
      return (
        <TrainingPages
          book={session.book}
          browser={dataBrowser}
          chartStore={charts.training}
          status={status}
          onBack={onBack}
        />
      );
    case 'recognition':
      return (
        <RecognitionScreen
          recognition={recognition}
          browser={browser}
          status={status}
          onBack={onBack}
        />
      );
    case 'live-demo':
      return (
        <LiveDemoScreen
          live={session.live}
          pad={session.pad}
          trainingDemo={session.trainingDemo}
          status={status}
          onBack={onBack}
          onTrainOn={(source) => navigation.fillIn(source)}
        />
      );
    case 'analytics':
      return (
        <AnalyticsScreen
          analytics={session.analytics}
          chartStore={charts.analytics}
          scores={session.scores}
          epochs={session.epochs}
          compare={session.compare}
          browser={browser}
          status={status}
          onBack={onBack}
        />
      );
    case 'about':
      return (
        <AboutScreen
          connection={connection}
          workspace={workspace}
          status={status}
          onBack={onBack}
        />
      );
  }
}

/** The program is left at once, save while a run is under way: that is asked about, and stopped first. */
function useLeaving({ runs }: Session) {
  const { exit } = useApp();
  const [state, setState] = useState<'no' | 'asked' | 'stopping'>('no');
  const leave = () => {
    // Who asks twice does not want to wait: the host ends the run by itself when nobody watches.
    if (state === 'no' && runs.isUnderWay) setState('asked');
    else exit();
  };
  const stop = async () => {
    setState('stopping');
    await runs.stop();
    exit();
  };
  return { state, leave, stopAndLeave: () => void stop(), stay: () => setState('no') };
}

function useCommands(session: Session, navigation: Navigation): Command[] {
  const { appearance } = useServices();
  const { view } = useStore(session.runs.store);
  const host = useStore(session.connection.store);
  const sources = useStore(session.form.store, (form) => form.sources);
  const subjects = useStore(session.analytics.store, (state) => state.subjects);
  const facts = {
    screen: navigation.screen,
    host: isHostLost(host) ? 'lost' : 'there',
    run: isUnderWay(view) ? 'under way' : 'none',
    models: host.models ?? [],
    subjects: subjects ?? [],
    sources,
    preferences: appearance.preferences,
  } as const;
  return shellCommands(facts, {
    ...navigation,
    // Why it fails is in the store, and from there on the screen.
    startHost: () => void session.connection.client().catch(() => undefined),
    prefer: (preferences) => appearance.prefer(preferences),
  });
}

/** What is pasted or dragged in while no text field is focused. */
function usePastedPaths(
  { runs }: Session,
  { screen, read, fillIn }: Navigation,
  options: { isActive: boolean },
): void {
  const notice = useNotice();
  const answer = async (text: string) => {
    const run = runs.isUnderWay ? 'under way' : 'none';
    const meant = answerPaste(await lookAtPaste(text), { screen, run });
    if (meant?.kind === 'read') read(meant.paths);
    else if (meant?.kind === 'train') fillIn(meant.source);
    else if (meant) notice(meant.reason);
  };
  usePaste((text) => void answer(text), options);
}
