import { basename } from 'node:path';
import type { RecognitionState } from '../../state/recognition-state.js';
import { Panel, panelInner } from '../../ui/components/panel.js';
import { Rows } from '../../ui/components/rows.js';
import { type Row, span } from '../../ui/rows.js';
import { useTerminal, useWorkArea } from '../../ui/terminal/terminal-context.js';
import { wrapWords } from '../wrap-words.js';
import { pictureTitle } from './picture-panel.js';

export interface CloserWaitingProps {
  state: RecognitionState;
  /** What is being done. */
  words: string;
}

/** While a closer look is not there yet: what is done, or why there will be none. */
export function CloserWaiting({ state, words }: CloserWaitingProps) {
  const { glyphs } = useTerminal();
  const area = useWorkArea();
  const inner = panelInner(area);
  return (
    <Panel title={pictureTitle(state)} {...area}>
      <Rows rows={['', ...lines()]} {...inner} />
    </Panel>
  );

  function lines(): Row[] {
    const { closer, reading, selected } = state;
    const result = reading?.results[selected];
    const problem =
      result && 'error' in result
        ? result.error
        : closer?.status === 'failed'
          ? closer.problem
          : undefined;
    if (problem === undefined) return [[span(words, 'strong')], [span('Esc goes back', 'dim')]];
    const shown = wrapWords(`${glyphs.cross} ${problem}`, inner.width);
    const name = basename(result?.file ?? '');
    return [
      ...shown.map((line) => [span(line, 'bad')]),
      [span(`r reads ${name} again, Esc goes back`, 'dim')],
    ];
  }
}
