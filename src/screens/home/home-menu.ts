import { cut, padTo } from '../../ui/cells.js';

/** What Home offers to do. */
export type HomeChoice =
  | { kind: 'read-samples' }
  | { kind: 'read' }
  | { kind: 'train'; source?: string }
  | { kind: 'watch' }
  | { kind: 'about' };

export interface MenuOptions {
  /** Undefined while it is not known. */
  hasModel: boolean | undefined;
  run: 'under way' | 'none';
  sources: readonly string[];
  /** Cells of a label. */
  width: number;
}

export interface MenuItem {
  label: string;
  value: HomeChoice;
}

/** In the same order at all times: a list that changes under one's fingers opens the wrong thing. */
export function homeMenu({ hasModel, run, sources, width }: MenuOptions): MenuItem[] {
  const need = hasModel === false ? 'needs a model: train one first' : undefined;
  const reading: MenuItem[] = [
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
            item(`Train on ${cut(source, 19, { keep: 'end' })}`, sourceWords(source), {
              kind: 'train',
              source,
            }),
          ),
          item('Train on something else', 'a folder of folders 0 to 9', { kind: 'train' }),
        ];
  const about = item('About', 'the network layer by layer, and what is installed', {
    kind: 'about',
  });
  return [...reading, ...training, about].map(({ label, value }) => ({
    label: cut(label, width),
    value,
  }));
}

function sourceWords(source: string): string {
  return source === 'mnist' ? '60,000 samples, with the program' : 'a folder of samples';
}

const titleWidth = 28;

function item(title: string, words: string, value: HomeChoice): MenuItem {
  return { label: `${padTo(title, titleWidth)}  ${words}`, value };
}
