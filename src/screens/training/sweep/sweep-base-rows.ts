import { type SweptSetting, wordsOf } from '../../../core/run/sweep-plan.js';
import type { StartRunParams } from '../../../host/protocol.js';
import type { SweepPlan } from '../../../state/runs/sweep-form.js';
import { type Row, span } from '../../../ui/rows.js';
import { wrapWords } from '../../wrap-words.js';

/** What every run of a sweep is asked for, as Training's settings say it. */
export function baseRows(request: StartRunParams, plan: SweepPlan, width: number): Row[] {
  const { settings, source, data, from } = request;
  const axes = 'axes' in plan ? plan.axes : [];
  const setting = (name: SweptSetting): Row => {
    const axis = axes.find((each) => each.setting === name);
    const value = axis ? [span(axis.values.join(', '), 'accent')] : [span(String(settings[name]))];
    return figure(wordsOf(name), value);
  };
  const more: Row[] = [
    ...(data?.extra ? [figure('more data', [span(data.extra.join(', '))])] : []),
    ...(data?.limitPerClass ? [figure('of a digit', [span(`at most ${data.limitPerClass}`)])] : []),
    ...(settings.balance ? [figure('balance', [span(settings.balance)])] : []),
    ...(from ? [figure('begins with', [span(from)])] : []),
  ];
  const hint = 'all that is not varied is as in the settings: Esc goes back to them';
  return [
    figure('data', [span(source)]),
    ...(['recipe', 'epochs', 'batchSize', 'learningRate', 'seed'] as const).map(setting),
    figure('split', [span(String(settings.validationSplit))]),
    ...more,
    [],
    ...wrapWords(hint, width).map((line): Row => [span(line, 'dim')]),
  ];
}

function figure(label: string, value: Row): Row {
  return [span(label.padEnd(15), 'dim'), ...value];
}
