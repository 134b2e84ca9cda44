import { useState } from 'react';
import { useStore } from 'zustand';
import { isSameSource, sourceWords } from '../../../state/analytics/score-sources.js';
import type { ScoringStore } from '../../../state/analytics/scores-store.js';
import { padTo } from '../../../ui/cells.js';
import { Overlay } from '../../../ui/components/overlay.js';
import { rowWindow } from '../../../ui/components/row-window.js';
import { type Row, span } from '../../../ui/rows.js';
import { useTerminal, useWorkArea } from '../../../ui/terminal/terminal-context.js';

/** The samples that can be scored, over the view. */
export function SourceChooser({ scoring }: { scoring: ScoringStore }) {
  const { glyphs } = useTerminal();
  const area = useWorkArea();
  const { sources, source: current } = useStore(scoring.store);
  const named = sources.findIndex((source) => isSameSource(source, current));
  const [place, setPlace] = useState(Math.max(0, named));
  // The last row opens the file browser.
  const last = sources.length;
  const move = (by: number) => setPlace(Math.min(last, Math.max(0, place + by)));
  const choose = (at: number) => {
    const source = sources[at];
    if (source) scoring.choose(source);
    else scoring.openFiles();
  };

  const onKey = (name: string) => {
    if (name === 'down' || name === 'j') move(1);
    else if (name === 'up' || name === 'k') move(-1);
    else if (name === 'escape' || name === 'q' || name === 's') scoring.closePanel();
    else if (name === 'enter') choose(place);
  };
  const width = Math.min(60, area.width - 8);
  const window = rowWindow({ count: last + 1, place, height: area.height - 6 });
  const texts = [
    ...sources.map((source) => {
      const mark = isSameSource(source, current) ? glyphs.pointer : ' ';
      return `${mark} ${sourceWords(source, scoring.subject)}`;
    }),
    `  another folder ${glyphs.ellipsis} (browse, or type its path)`,
  ];
  const rows = texts.slice(window.from, window.to).map((text, index): Row => {
    const tone = window.from + index === place ? 'selected' : 'plain';
    return [span(padTo(text, width), tone)];
  });
  return (
    <Overlay
      title="Samples to score"
      rows={[...rows, '', [span('Enter chooses, Esc closes', 'dim')]]}
      onKey={onKey}
      onPress={({ row }) => {
        const pressed = window.from + row;
        if (row >= 0 && pressed < window.to) choose(pressed);
      }}
    />
  );
}
