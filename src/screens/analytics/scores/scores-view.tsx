import { Box } from 'ink';
import { useMemo } from 'react';
import { useStore } from 'zustand';
import { mostConfused } from '../../../core/analysis/cells.js';
import type { Cell, ScoreResults } from '../../../state/analytics/scores-store.js';
import { Panel, panelInner } from '../../../ui/components/panel.js';
import { Rows } from '../../../ui/components/rows.js';
import { percent } from '../../../ui/format.js';
import { useKeys } from '../../../ui/keys/use-keys.js';
import { joinColumns, type RowLike, span } from '../../../ui/rows.js';
import { useTerminal } from '../../../ui/terminal/terminal-context.js';
import { useMouse } from '../../../ui/terminal/use-mouse.js';
import { useViewArea } from '../analytics-frame.js';
import { ListOrSample } from '../samples/list-or-sample.js';
import { barsFrom, digitScoreRows } from './digit-score-rows.js';
import { confusedRows, isSameCell, scoreFigures, scoreWarning } from './figure-rows.js';
import { cellAt, cellWords, matrixRows, matrixWidth } from './matrix-rows.js';
import { ScoredFrame } from './scored-frame.js';
import type { ScoredViewProps } from './scored-view-props.js';
import { digitsGap, scoresLayout } from './scores-layout.js';
import { sourceTitle } from './source-title.js';

/** How often weights are right, what they take for what, and the samples behind each number. */
export function ScoresView(props: ScoredViewProps) {
  const { scores } = props;
  const { scoring: store, cells } = scores;
  const { scoring, cell } = useStore(store.store);
  const { list } = useStore(cells.store);
  const results = scoring.status === 'ready' ? scoring : undefined;
  const confusion = results?.evaluation.confusion;
  const mistakes = useMemo(() => (confusion ? mostConfused(confusion) : []), [confusion]);
  const selected = cell ?? mistakes[0] ?? { label: 0, digit: 0 };

  const go = (down: number, across: number) => () =>
    store.lookAt({
      label: within(selected.label + down),
      digit: within(selected.digit + across),
    });
  const turn = (by: 1 | -1) => () => {
    const at = mistakes.findIndex((mistake) => isSameCell(mistake, selected));
    const first = by > 0 ? 0 : mistakes.length - 1;
    const next = at < 0 ? first : (at + by + mistakes.length) % mistakes.length;
    store.lookAt({ label: mistakes[next].label, digit: mistakes[next].digit });
  };
  const open = () => cells.open({ kind: 'cell', label: selected.label, digit: selected.digit });
  const isEmpty = confusion?.[selected.label][selected.digit] === 0;
  const noMistakes: true | string = mistakes.length === 0 ? 'there is no mistake' : true;
  const availability = {
    'open-cell': results && isEmpty ? cellWords(results.evaluation, selected) : (true as const),
    'next-mistake': noMistakes,
    'previous-mistake': noMistakes,
  };
  useKeys(
    'analytics-scores',
    {
      'open-cell': open,
      'next-mistake': turn(1),
      'previous-mistake': turn(-1),
      'go-left': go(0, -1),
      'go-right': go(0, 1),
      'go-up': go(-1, 0),
      'go-down': go(1, 0),
    },
    {
      availability: results ? availability : withoutAnswers,
      isActive: list === undefined,
    },
  );
  if (list) return <ListOrSample {...props} samples={cells} list={list} />;
  return (
    <ScoredFrame
      {...props}
      place="analytics-scores"
      needAnswers={['open-cell', 'next-mistake', 'previous-mistake']}
      availability={availability}
    >
      {(ready) => (
        <ScoresPanels
          results={ready}
          selected={selected}
          onSelect={(chosen) => (isSameCell(chosen, selected) ? open() : store.lookAt(chosen))}
        />
      )}
    </ScoredFrame>
  );
}

interface ScoresPanelsProps {
  results: ScoreResults;
  selected: Cell;
  onSelect: (cell: Cell) => void;
}

function ScoresPanels({ results, selected, onSelect }: ScoresPanelsProps) {
  const { evaluation, scored } = results;
  const { glyphs } = useTerminal();
  const area = useViewArea();
  const layout = scoresLayout(area);
  const { cellHeight } = layout;
  const matrix = { width: area.width, height: layout.matrixHeight };
  const figures = { width: layout.figuresWidth, height: layout.bottomHeight };
  const mistakes = { width: area.width - layout.figuresWidth, height: layout.bottomHeight };
  const inner = {
    matrix: panelInner(matrix),
    figures: panelInner(figures),
    mistakes: panelInner(mistakes),
  };
  const mouse = useMouse({
    onPress: (at) => {
      const cell = cellAt(at, { cellHeight });
      if (cell) onSelect(cell);
    },
  });
  const digits = digitScoreRows(evaluation.perClass, {
    width: layout.digitsWidth,
    rowHeight: cellHeight,
    glyphs,
  });
  const rows = matrixRows(evaluation, { selected, cellHeight, glyphs }).map((row, index) =>
    joinColumns(
      [
        { row, width: matrixWidth },
        { row: digits[index] ?? '', width: layout.digitsWidth },
      ],
      digitsGap,
    ),
  );
  const warning = scoreWarning(evaluation);
  const note = `label down, answer across; bars from ${percent(barsFrom(evaluation.perClass), 0)}`;
  return (
    <>
      <Panel title="Confusion" note={[span(note, 'dim')]} tone="accent" {...matrix}>
        <Box ref={mouse} {...inner.matrix}>
          <Rows rows={rows} {...inner.matrix} />
        </Box>
      </Panel>
      <Rows rows={[words()]} width={area.width} />
      <Box height={layout.bottomHeight}>
        <Panel title={sourceTitle(scored, figures.width - 4, glyphs.ellipsis)} {...figures}>
          <Rows rows={scoreFigures(evaluation, scored, inner.figures.width)} {...inner.figures} />
        </Panel>
        <Panel title="Most confused" {...mistakes}>
          <Rows
            rows={confusedRows(evaluation, { selected, ...inner.mistakes, glyphs })}
            {...inner.mistakes}
          />
        </Panel>
      </Box>
    </>
  );

  function words(): RowLike {
    const warned = warning === undefined ? [] : [span(`   ! ${warning}`, 'warning')];
    return [
      span(` ${glyphs.pointer} `, 'accent'),
      span(cellWords(evaluation, selected), 'strong'),
      ...warned,
    ];
  }
}

const withoutAnswers = {
  'open-cell': 'nothing is scored yet',
  'next-mistake': 'nothing is scored yet',
  'previous-mistake': 'nothing is scored yet',
};

function within(place: number): number {
  return Math.min(9, Math.max(0, place));
}
