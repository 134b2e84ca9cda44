import { Box } from 'ink';
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
import { countWaiting } from './leave-words.js';
import { LiveDemoScreen } from './live-demo/live-demo-screen.js';
import { ModelsScreen } from './models/models-screen.js';
import { type Navigation, useNavigation } from './navigation.js';
import { answerPaste, lookAtPaste } from './pasted-paths.js';
import { RecognitionScreen } from './recognition/recognition-screen.js';
import { tabStatus } from './run-status.js';
import { createChartStore } from './training/chart-store.js';
import { TrainingPages } from './training/pages/training-pages.js';
import { useLeaving } from './use-leaving.js';
import { useRunNews } from './use-run-news.js';

export interface ShellProps {
  session: Session;
  /** Told what is to be said on the terminal when it is left. */
  onFarewell?: (words: string) => void;
}

/** What is there on every screen: the way to the others and out, commands, what is pasted, and how it is drawn. */
export function Shell({ session, onFarewell = () => {} }: ShellProps) {
  const { columns, rows, glyphs } = useTerminal();
  const { appearance } = useServices();
  const navigation = useNavigation(session);
  const leaving = useLeaving(session, onFarewell);
  const runs = useStore(session.runs.store);
  const host = useStore(session.connection.store);
  const { goTo } = navigation;
  useRunNews(session.runs, navigation.screen);

  useKeys('global', {
    'open-home': () => goTo('home'),
    'open-training': () => goTo('training'),
    'open-recognition': () => goTo('recognition'),
    'open-live-demo': () => goTo('live-demo'),
    'open-analytics': () => goTo('analytics'),
    'open-about': () => goTo('about'),
    'open-models': () => goTo('models'),
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
      {leaving.state !== 'no' && runs.view && (
        <LeaveQuestion
          state={leaving.state}
          view={runs.view}
          waiting={countWaiting(host.runs)}
          onKeep={leaving.keep}
          onStop={leaving.stop}
          onStay={leaving.stay}
        />
      )}
    </Box>
  );
}

interface OpenScreenProps {
  session: Session;
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
          data={session.data}
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
    case 'models':
      return (
        <ModelsScreen
          models={session.models}
          imports={session.imports}
          browser={session.modelBrowser}
          status={status}
          onBack={onBack}
          onFineTune={navigation.fineTune}
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
    const run = runs.isShown ? 'under way' : 'none';
    const meant = answerPaste(await lookAtPaste(text), { screen, run });
    if (meant?.kind === 'read') read(meant.paths);
    else if (meant?.kind === 'train') fillIn(meant.source);
    else if (meant) notice(meant.reason);
  };
  usePaste((text) => void answer(text), options);
}
