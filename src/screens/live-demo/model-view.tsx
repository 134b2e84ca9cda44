import { Box } from 'ink';
import { useState } from 'react';
import { useStore } from 'zustand';
import { cardScore, originWords, scoreWords } from '../../model/card-score.js';
import { Frame } from '../../ui/components/frame.js';
import { Panel, panelInner } from '../../ui/components/panel.js';
import { Rows } from '../../ui/components/rows.js';
import { percent } from '../../ui/format.js';
import type { Availability } from '../../ui/keys/keys.js';
import { useKeys } from '../../ui/keys/use-keys.js';
import { rowWidth, span } from '../../ui/rows.js';
import { useTerminal, useWorkArea } from '../../ui/terminal/terminal-context.js';
import { scrolled, scrollNote } from '../about/scroll.js';
import { ModelChooser } from '../recognition/model-chooser.js';
import { stagePage } from '../stage/stage-page.js';
import type { DemoViewProps } from './demo-view.js';
import { modelCardRows, noModelRows } from './model-card-rows.js';

export interface ModelViewProps extends DemoViewProps {
  /** Called with the model that was chosen, for who keeps its own choice. */
  onChoose: (model: string) => void;
}

/** The model that all demonstrations ask, and the choice of another. */
export function ModelView({ live, status, onBack, onChoose }: ModelViewProps) {
  const { models, problem } = useStore(live.connection.store);
  useStore(live.store);
  const { glyphs, stage } = useTerminal();
  const area = useWorkArea();
  const [top, setTop] = useState(0);
  const [chooser, setChooser] = useState<'open' | 'closed'>('closed');
  const name = live.modelName;
  const model = models?.find((each) => each.name === name);
  const frame = { title: name ?? 'Model', ...area };
  const inner = panelInner(frame);
  const rows = model ? modelCardRows(model, { width: inner.width, glyphs }) : [];
  const window = { top, height: inner.height, total: rows.length };

  const canScroll = rows.length > inner.height ? true : 'all of it is on the screen';
  const availability: Availability = {
    'demo-model': models && models.length > 0 ? true : 'there is no model yet: train one (2)',
    'move-up': canScroll,
    'move-down': canScroll,
  };
  useKeys(
    'live-model',
    {
      'demo-model': () => setChooser('open'),
      'move-up': () => setTop(scrolled(window, -1)),
      'move-down': () => setTop(scrolled(window, 1)),
      back: onBack,
    },
    { availability },
  );
  return (
    <Frame screen="live-demo" place="live-model" availability={availability} status={status}>
      {content()}
      {chooser === 'open' && (
        <ModelChooser
          models={models ? { status: 'ready', models } : { status: 'unknown' }}
          current={name}
          onChoose={(chosen) => {
            live.chooseModel(chosen);
            onChoose(chosen);
            setTop(0);
            setChooser('closed');
          }}
          onClose={() => setChooser('closed')}
        />
      )}
    </Frame>
  );

  function content() {
    if (!model) {
      const lines = noModelRows(
        { models, problem },
        { width: Math.min(72, area.width - 4), glyphs },
      );
      return (
        <Box {...area} alignItems="center" justifyContent="center">
          <Rows rows={lines} width={Math.max(...lines.map(rowWidth))} />
        </Box>
      );
    }
    if (stage === 'on' && 'card' in model) {
      const score = cardScore(model.card);
      const source = score ? scoreWords(score) : originWords(model.card);
      const accuracy = percent(score?.accuracy ?? Number.NaN, 2).replace(' ', '');
      const parts = [
        { large: [span(accuracy, 'accent')] },
        { lines: [[span(`${model.name}, ${source}`, 'strong')]] },
      ];
      return <Rows rows={stagePage(parts, { ...area, glyphs })} {...area} />;
    }
    return (
      <Panel {...frame} note={scrollNote(window, glyphs)} tone="accent">
        <Rows rows={rows.slice(top, top + inner.height)} {...inner} />
      </Panel>
    );
  }
}
