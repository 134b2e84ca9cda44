import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import type { FileBrowser } from '../../state/file-browser-store.js';
import type { RunStore } from '../../state/run-store.js';
import type { DataLook } from '../../state/training-data/data-look.js';
import { isTypedField } from '../../state/training-form.js';
import type { TrainingForm } from '../../state/training-form-store.js';
import { Frame } from '../../ui/components/frame.js';
import type { Action } from '../../ui/keys/key-table.js';
import { useKeys } from '../../ui/keys/use-keys.js';
import type { RowLike } from '../../ui/rows.js';
import { useNotice, useTerminal } from '../../ui/terminal/terminal-context.js';
import { filesAvailability } from '../files/availability.js';
import { FileBrowserView } from '../files/file-browser-view.js';
import { chartsOnStage } from '../stage/charts-on-stage.js';
import { StageTraining } from '../stage/stage-training.js';
import { trainingAvailability } from './availability.js';
import type { ChartStore } from './chart-store.js';
import { besideWords } from './control/beside-words.js';
import { useRunControl } from './control/use-run-control.js';
import { DataScreen } from './data/data-screen.js';
import { FormView } from './form-view.js';
import { isOwnToCancel } from './is-own-to-cancel.js';
import { LiveView } from './live-view.js';
import type { Filing } from './queue/use-filing.js';
import { useCharts } from './use-charts.js';

export interface TrainingScreenProps {
  runs: RunStore;
  form: TrainingForm;
  /** What there is to learn from, closer. */
  data: DataLook;
  /** Chooses a folder to train on. */
  browser: FileBrowser;
  /** Takes a run that is started while another one is under way. */
  filing: Filing;
  /** To the pages about other runs. */
  ways: Partial<Record<Action, () => void>>;
  chartStore: ChartStore;
  status: RowLike;
  /** Called for Esc when it cancels nothing here. */
  onBack: () => void;
}

/** Settings, then the run that they make, then what became of it. */
export function TrainingScreen(props: TrainingScreenProps) {
  const { runs, form, data, browser, filing, ways, chartStore, status, onBack } = props;
  const state = useStore(runs.store);
  const formState = useStore(form.store);
  const notice = useNotice();
  const view = state.front === 'run' ? state.view : undefined;
  const controls = useRunControl(runs, view);
  const { source } = formState.values;
  // Whoever names another source meanwhile has chosen.
  const [browsing, setBrowsing] = useState<{ insteadOf: string }>();
  const isBrowsing = !view && browsing?.insteadOf === source;
  const isLooking = useStore(data.store, ({ layer }) => layer !== 'closed') && !view;
  const closeBrowser = () => setBrowsing(undefined);
  const charts = useCharts(view?.run, chartStore);
  const { stage, glyphs } = useTerminal();
  const beside = besideWords(state, controls.resumable, { glyphs, now: Date.now() });
  const availability = {
    ...controls.availability,
    ...trainingAvailability({ view }, formState),
    ...(stage === 'on' ? chartsOnStage : charts.availability),
  };

  useEffect(() => {
    runs.open();
    return () => runs.leave();
  }, [runs]);

  const start = () => {
    const request = form.request();
    if ('error' in request) notice(request.error, 'bad');
    else if (runs.isUnderWay) filing.file(request);
    else void runs.start(request);
  };
  const back = () => {
    if (view && charts.back() === 'used') return;
    if (formState.data.status === 'loading' && !view) form.cancel();
    else if (view && isOwnToCancel(view)) controls.cancel();
    else onBack();
  };
  const takeChosen = ([chosen]: readonly string[]) => {
    closeBrowser();
    if (chosen !== undefined) form.takeForField(chosen);
  };
  const place = view ? 'training-run' : 'training-form';
  useKeys(
    place,
    {
      start,
      back,
      ...controls.handlers,
      ...ways,
      'new-run': () => runs.dismiss(),
      ...charts.handlers,
      edit: () => (isTypedField(formState.field) ? form.edit() : form.step('next')),
      'choose-data': () => setBrowsing({ insteadOf: source }),
      'look-at-data': () => {
        if (formState.data.status === 'ready') data.open();
        else void form.describe();
      },
      'begin-anew': () => form.goOnFrom(undefined),
      'move-up': () => form.move('previous'),
      'move-down': () => form.move('next'),
      'edit-previous': () => form.move('previous'),
      'edit-next': () => form.move('next'),
      'next-value': () => form.step('next'),
      'previous-value': () => form.step('previous'),
    },
    { availability, isActive: !isBrowsing && !isLooking },
  );
  if (isLooking) return <DataScreen data={data} form={form} status={status} />;
  return (
    <Frame
      screen="training"
      place={isBrowsing ? 'files' : place}
      availability={isBrowsing ? filesAvailability(browser.purpose) : availability}
      status={status}
    >
      {isBrowsing ? (
        <FileBrowserView browser={browser} onChoose={takeChosen} onClose={closeBrowser} />
      ) : stage === 'on' ? (
        <StageTraining form={form} view={view} problem={state.problem} beside={beside} />
      ) : view ? (
        <LiveView
          view={view}
          fresh={state.fresh}
          charts={charts}
          pending={state.pending}
          resumable={controls.resumable}
        />
      ) : (
        <FormView form={form} problem={state.problem} beside={beside} />
      )}
      {!isBrowsing && (controls.question ?? filing.question)}
    </Frame>
  );
}
