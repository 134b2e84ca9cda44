import { cellWidth, cut, padTo } from '../../ui/cells.js';
import type { Glyphs } from '../../ui/glyphs.js';

/** What Home offers to do. */
export type HomeChoice =
  | { kind: 'read-samples' }
  | { kind: 'read' }
  | { kind: 'train'; source?: string }
  | { kind: 'watch' }
  /** A run that was interrupted. */
  | { kind: 'resume'; run: string }
  /** All runs, in Training. */
  | { kind: 'runs' }
  | { kind: 'live-demo' }
  /** At one of the runs, where one was pointed at. */
  | { kind: 'analytics'; run?: string }
  | { kind: 'models' }
  | { kind: 'about' };

/** With what Home does by itself. */
export type MenuChoice = HomeChoice | { kind: 'start-host' };

export interface MenuOptions {
  /** Undefined while it is not known. */
  hasModel: boolean | undefined;
  host: 'there' | 'lost';
  run: 'under way' | 'none';
  /** A run that could go on from what was saved, and how far that is. */
  interrupted?: { id: string; words: string };
  sources: readonly string[];
  /** Cells of a label. */
  width: number;
  glyphs: Glyphs;
}

export interface MenuItem {
  label: string;
  value: MenuChoice;
}

/**
 * In the same order at all times: a list that changes under one's fingers opens the wrong thing.
 * What is there for a while alone, starting the host and resuming a run, stands at the end.
 */
export function homeMenu(options: MenuOptions): MenuItem[] {
  const { hasModel, host, run, interrupted, sources, width, glyphs } = options;
  const { ellipsis } = glyphs;
  const need = hasModel === false ? 'needs a model: train one first' : undefined;
  const reading = [
    item('Read the sample digits', need ?? 'pictures that come with the program', {
      kind: 'read-samples',
    }),
    item('Read your own pictures', need ?? 'choose files, or paste their paths', { kind: 'read' }),
  ];
  const training =
    run === 'under way'
      ? [item('Watch the training', 'a run is under way', { kind: 'watch' })]
      : [
          ...sources.map((source) =>
            item(
              `Train on ${cut(source, nameWidth, { keep: 'end', ellipsis })}`,
              sourceWords(source),
              {
                kind: 'train',
                source,
              },
            ),
          ),
          item('Train on something else', 'a folder of folders 0 to 9', { kind: 'train' }),
        ];
  const looking = [
    item('Live demo', 'draw a digit, watch a folder, play a quiz', {
      kind: 'live-demo',
    }),
    item('Analytics', 'how training went, and what is read wrong', { kind: 'analytics' }),
    item('Models', 'look at them, import, export, rename, delete', { kind: 'models' }),
  ];
  const about = item('About', 'the network layer by layer, and what is installed', {
    kind: 'about',
  });
  const starting = item(
    'Start the host again',
    'at once: it is tried by itself from time to time',
    {
      kind: 'start-host',
    },
  );
  const passing = [
    ...(interrupted ? [resuming(interrupted, ellipsis)] : []),
    ...(host === 'lost' ? [starting] : []),
  ];
  const all = [...reading, ...training, ...looking, about, ...passing];
  return all.map(({ label, value }) => ({ label: cut(label, width, { ellipsis }), value }));
}

function resuming({ id, words }: { id: string; words: string }, ellipsis: string): MenuItem {
  const title = `Resume ${cut(id, nameWidth, { keep: 'end', ellipsis })}`;
  return item(title, words, { kind: 'resume', run: id });
}

/** What tells a source from another: where a path had to be cut, all of it. */
function sourceWords(source: string): string {
  if (source === 'mnist') return '60,000 samples, with the program';
  return cellWidth(source) > nameWidth ? source : 'a folder of samples';
}

const titleWidth = 28;
const nameWidth = 19;

function item(title: string, words: string, value: MenuChoice): MenuItem {
  return { label: `${padTo(title, titleWidth)}  ${words}`, value };
}
