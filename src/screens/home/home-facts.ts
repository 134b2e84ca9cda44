import type { ModelSummary, RunSummary } from '../../host/protocol.js';
import type { ModelCard } from '../../model/card.js';
import type { HostState } from '../../state/host-connection.js';
import { count, percent } from '../../ui/format.js';
import type { Row, RowLike } from '../../ui/rows.js';
import { joinColumns, span } from '../../ui/rows.js';
import type { Glyphs } from '../../ui/theme.js';
import { engineWords } from '../engine-words.js';

export interface FactOptions {
  sources: readonly string[];
  width: number;
  glyphs: Glyphs;
  /** Milliseconds since 1970. */
  now: number;
}

/** What is here: model, data, engine, last run, two rows each. */
export function homeFacts(host: HostState, { sources, width, glyphs, now }: FactOptions): Row[] {
  const { engine, remedy } = engineWords(host.engine);
  const folders = sources.filter((source) => source !== 'mnist');
  const lines: [string, RowLike, Row][] = [
    ['model', ...modelWords(host, glyphs)],
    [
      'data',
      [span('mnist', 'strong'), ', 60,000 samples to train on, with the program'],
      [span(folders.length > 0 ? folders.join(', ') : 'no folder of digits found here', 'dim')],
    ],
    ['engine', engine, [span(remedy ?? '', 'warning')]],
    ['last run', ...lastRunWords(host, { glyphs, now })],
  ];
  return lines.flatMap(([label, first, second]) => [
    fact(label, first, width),
    fact('', second, width),
  ]);
}

/** The model that answers when none is chosen. */
export function preferredCard(models: readonly ModelSummary[] = []): ModelCard | undefined {
  const found = models.find((model) => 'card' in model && model.preferred);
  return found && 'card' in found ? found.card : undefined;
}

function modelWords(host: HostState, glyphs: Glyphs): [RowLike, Row] {
  const card = preferredCard(host.models);
  if (card) {
    const { name, test, validation, data, epochs, created } = card;
    const tested = test ? `  ${percent(test.accuracy, 2)} on ${test.source}` : '';
    return [
      [
        span(name, 'strong'),
        span(tested, 'good'),
        `  ${percent(validation.accuracy, 2)} in validation`,
      ],
      [
        span(
          `trained on ${data.source}, ${count(data.train)} samples, ${epochs} epochs, ${created.slice(0, 10)}`,
          'dim',
        ),
      ],
    ];
  }
  if (host.models) return ['none yet: 2 opens Training, which makes one', []];
  return waiting(host, glyphs);
}

function lastRunWords(
  host: HostState,
  { glyphs, now }: Pick<FactOptions, 'glyphs' | 'now'>,
): [RowLike, Row] {
  const last = host.runs?.[0];
  if (last) {
    const { id, request, best } = last;
    const details = [
      request && `on ${request.source}`,
      best && `best epoch ${best.epoch}: validation ${percent(best.validation.accuracy, 2)}`,
    ];
    return [
      [span(id, 'strong'), `  ${runWords(last, glyphs)}${ago(last.startedAt, now)}`],
      [span(details.filter(Boolean).join(', '), 'dim')],
    ];
  }
  return host.runs ? ['none yet', []] : waiting(host, glyphs);
}

/** `✓ completed, 12 epochs`. */
export function runWords({ status, epoch }: Pick<RunSummary, 'status' | 'epoch'>, glyphs: Glyphs) {
  const sign = { completed: glyphs.check, stopped: glyphs.check, failed: glyphs.cross };
  const mark = status in sign ? sign[status as keyof typeof sign] : glyphs.dot;
  return `${mark} ${status}, ${epoch} ${epoch === 1 ? 'epoch' : 'epochs'}`;
}

function waiting({ status, problem }: HostState, glyphs: Glyphs): [RowLike, Row] {
  if (problem !== undefined) return [[span(`${glyphs.cross} ${problem}`, 'bad')], []];
  return [[span(status === 'ready' ? 'looking' : 'starting the host', 'dim')], []];
}

/** `, 2 h ago`. */
export function ago(at: number | undefined, now: number): string {
  if (at === undefined) return '';
  const minutes = Math.floor(Math.max(0, now - at) / 60_000);
  if (minutes < 1) return ', just now';
  if (minutes < 60) return `, ${minutes} min ago`;
  const hours = Math.floor(minutes / 60);
  return hours < 48 ? `, ${hours} h ago` : `, ${Math.floor(hours / 24)} days ago`;
}

const labelWidth = 10;

function fact(label: string, value: RowLike, width: number): Row {
  return joinColumns(
    [
      { row: [span(label, 'dim')], width: labelWidth },
      { row: value, width: width - labelWidth },
    ],
    0,
  );
}
