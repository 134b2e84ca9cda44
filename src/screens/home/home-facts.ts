import type { ModelSummary } from '../../host/protocol.js';
import type { ModelCard, TrainingFacts } from '../../model/card.js';
import { originWords } from '../../model/card-score.js';
import type { HostState } from '../../state/host-connection.js';
import { padTo } from '../../ui/cells.js';
import { count, duration, percent } from '../../ui/format.js';
import type { Glyphs } from '../../ui/glyphs.js';
import type { Row, RowLike } from '../../ui/rows.js';
import { fitRow, span } from '../../ui/rows.js';
import { engineWords } from '../engine-words.js';
import { ago } from './age.js';
import { isGoingOn, runWords, type ShownRun, trailLine } from './shown-run.js';

export interface FactOptions {
  sources: readonly string[];
  /** Pictures of the sources that were counted. */
  counts: ReadonlyMap<string, number>;
  /** The run under way or the newest. */
  run: ShownRun | undefined;
  width: number;
  glyphs: Glyphs;
  /** Milliseconds since 1970. */
  now: number;
}

/** What is here: model, data, engine, last run; each in one or two rows, the label before the first. */
export function homeFacts(host: HostState, options: FactOptions): Row[] {
  const { engine, remedy } = engineWords(host.engine);
  const facts: [string, ...RowLike[]][] = [
    ['model', ...modelWords(host, options)],
    ['data', ...dataWords(options)],
    ['engine', engine, ...(remedy === undefined ? [] : [[span(remedy, 'warning')]])],
    [options.run && isGoingOn(options.run) ? 'run' : 'last run', ...runRows(host, options)],
  ];
  return facts.flatMap(([label, ...rows]) =>
    rows.map((row, index) => labelled(index === 0 ? label : '', row, options)),
  );
}

/** The model that answers when none is chosen. */
export function preferredCard(models: readonly ModelSummary[] = []): ModelCard | undefined {
  const found = models.find((model) => 'card' in model && model.preferred);
  return found && 'card' in found ? found.card : undefined;
}

const labelWidth = 10;

interface LabelOptions {
  width: number;
  glyphs: Glyphs;
}

/** `label     value` in exactly `width` cells, the labels of all rows of Home under each other. */
export function labelled(label: string, value: RowLike, { width, glyphs }: LabelOptions): Row {
  const room = Math.max(0, width - labelWidth);
  return [span(padTo(label, labelWidth), 'dim'), ...fitRow(value, room, glyphs.ellipsis)];
}

function modelWords(host: HostState, { now }: FactOptions): RowLike[] {
  const card = preferredCard(host.models);
  if (!card) {
    return [host.models ? 'none yet: 2 opens Training, which makes one' : waiting(host), ''];
  }
  const { name, test, training, imported, created } = card;
  const tested = test ? `  ${percent(test.accuracy, 2)} on ${test.source}` : '';
  const validated = training ? `  ${percent(training.validation.accuracy, 2)} in validation` : '';
  const check = imported?.check;
  const checked = check ? `  ${percent(check.accuracy, 2)} on ${check.source}` : '';
  const origin = training
    ? `${originWords(card)}, ${samplesOf(training.data)} samples, ${training.epochs} epochs`
    : originWords(card);
  return [
    [span(name, 'strong'), span(tested, 'good'), validated || checked],
    [span([origin, ago(Date.parse(created), now)].filter(Boolean).join(', '), 'dim')],
  ];
}

function samplesOf({ train, validation }: TrainingFacts['data']): string {
  return count(train + validation);
}

function dataWords({ sources, counts }: FactOptions): RowLike[] {
  const folders = sources.filter((source) => !/^mnist(:|$)/.test(source));
  const words = folders.map((folder) => {
    const pictures = counts.get(folder);
    return pictures === undefined ? folder : `${folder}, ${count(pictures)} pictures`;
  });
  return [
    [span('mnist', 'strong'), ', 60,000 samples to train on, with the program'],
    [span(words.join('; ') || 'no folder of digits here: o in Training chooses one', 'dim')],
  ];
}

/** Cells of the sparkline beside the words on a run. */
const trailWidth = 20;

function runRows(host: HostState, { run, glyphs, now }: FactOptions): RowLike[] {
  if (!run) return [host.runs ? 'none yet: 2 opens Training, r starts one' : waiting(host)];
  const { id, best, request, startedAt, validationTrail, secondsLeft = Number.NaN } = run;
  const left = Number.isFinite(secondsLeft) ? `about ${duration(secondsLeft)} left` : '';
  const when = isGoingOn(run) ? left : ago(startedAt, now);
  const first: RowLike = [
    span(id, 'strong'),
    `  ${[runWords(run, glyphs), when].filter(Boolean).join(', ')}`,
  ];
  const source = request ? `on ${request.source}` : '';
  if (!best) return [first, [span(source || 'no epoch has ended', 'dim')]];
  return [
    first,
    [
      trailLine(validationTrail, trailWidth, glyphs),
      `  ${percent(best.validation.accuracy, 2)}`,
      span([` in validation, epoch ${best.epoch}`, source].filter(Boolean).join(', '), 'dim'),
    ],
  ];
}

/** What stands where the host has not told yet; why it is lost, and what helps, is said at the menu. */
function waiting({ status, problem }: HostState): RowLike {
  if (problem !== undefined) return [span('not known without the host', 'dim')];
  return [span(status === 'ready' ? 'looking' : 'starting the host', 'dim')];
}
