import { useState } from 'react';
import type { RecipeName } from '../core/settings.js';
import type { AnalyticsView } from '../state/analytics/analytics-store.js';
import type { Subject } from '../state/analytics/subject.js';
import type { Session } from '../state/session.js';
import { formFields } from '../state/training-form.js';
import type { TrainingForm } from '../state/training-form-store.js';
import type { ScreenName } from '../ui/keys/key-table.js';
import type { HomeChoice } from './home/home-menu.js';

export interface Navigation {
  screen: ScreenName;
  goTo: (screen: ScreenName) => void;
  /** Does what was chosen on the home screen. */
  choose: (choice: HomeChoice) => void;
  readSamples: () => void;
  /** Reads pictures and shows the answers. */
  read: (paths: readonly string[]) => void;
  readWith: (model: string) => void;
  /** Opens a view of Analytics. */
  analyse: (view: AnalyticsView) => void;
  /** Opens Analytics at a model or run. */
  lookAt: (subject: Subject) => void;
  /** Opens a page of Training about all runs. */
  openRuns: (page: 'history' | 'queue') => void;
  /** Opens the settings with a source, and with a recipe where one is given. */
  fillIn: (source: string, recipe?: RecipeName) => void;
  /** Opens the settings of a training that goes on from a model. */
  fineTune: (model: string) => void;
}

/** Which screen is open, and the ways between them. */
export function useNavigation({
  runs,
  form,
  book,
  recognition,
  browser,
  analytics,
}: Session): Navigation {
  const [screen, setScreen] = useState<ScreenName>('home');

  const goTo = (wanted: ScreenName) => {
    // Who looks at a run that has just ended wants to try what came out of it.
    const { view } = runs.store.getState();
    const trained = screen === 'training' && wanted === 'recognition' && view?.run.outcome?.model;
    if (trained) void recognition.chooseModel(trained);
    setScreen(wanted);
  };
  const read = (paths: readonly string[]) => {
    goTo('recognition');
    browser.leave();
    void recognition.read(paths);
  };
  const readSamples = () => {
    void recognition.readSamples();
    setScreen('recognition');
  };
  const readWith = (model: string) => {
    void recognition.chooseModel(model);
    setScreen('recognition');
  };
  const analyse = (view: AnalyticsView) => {
    analytics.open(view);
    setScreen('analytics');
  };
  const lookAt = (subject: Subject) => {
    analytics.choose(subject);
    setScreen('analytics');
  };
  /** Also beside a run that is under way: the next one waits for its turn. */
  const openSettings = () => {
    runs.dismiss();
    book.pages.start({ name: 'own' });
    runs.showSettings();
    setScreen('training');
  };
  const fillIn = (source: string, recipe?: RecipeName) => {
    if (recipe !== undefined) chooseRecipe(form, recipe);
    form.take(source);
    openSettings();
  };
  const fineTune = (model: string) => {
    form.goOnFrom(model);
    openSettings();
  };
  const choose = (choice: HomeChoice) => {
    if (choice.kind === 'read-samples') readSamples();
    else if (choice.kind === 'train') train(choice.source);
    else if (choice.kind === 'analytics') lookAtRun(choice.run);
    else if (choice.kind === 'resume') resume(choice.run);
    else if (choice.kind === 'runs') openRuns('history');
    else if (choice.kind === 'watch') watch();
    else setScreen(screenOf[choice.kind]);
  };
  const openRuns = (page: 'history' | 'queue') => {
    book.pages.start({ name: page });
    setScreen('training');
  };
  const watch = () => {
    book.pages.start({ name: 'own' });
    setScreen('training');
  };
  const resume = (run: string) => {
    runs.dismiss();
    book.pages.start({ name: 'own' });
    setScreen('training');
    // Why it cannot is in the store, and from there on the screen.
    void runs.control.resume(run);
  };
  const lookAtRun = (id: string | undefined) => {
    const { subjects = [] } = analytics.store.getState();
    const subject = subjects.find(({ run }) => id !== undefined && run?.id === id);
    if (subject) lookAt(subject);
    else setScreen('analytics');
  };
  const train = (source: string | undefined) => {
    if (source !== undefined) fillIn(source);
    else {
      runs.dismiss();
      watch();
    }
  };
  return {
    ...{ screen, goTo, choose, readSamples, read, readWith, analyse, lookAt, openRuns },
    ...{ fillIn, fineTune },
  };
}

const screenOf: Record<
  Exclude<HomeChoice['kind'], 'read-samples' | 'train' | 'analytics' | 'resume' | 'runs' | 'watch'>,
  ScreenName
> = {
  read: 'recognition',
  'live-demo': 'live-demo',
  models: 'models',
  about: 'about',
};

/** As a person does it in the form. */
function chooseRecipe(form: TrainingForm, recipe: RecipeName): void {
  for (const _ of formFields) {
    if (form.store.getState().field !== 'recipe') form.move('next');
  }
  while (form.store.getState().values.recipe !== recipe) form.step('next');
}
