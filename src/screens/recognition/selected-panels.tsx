import { Box } from 'ink';
import { useEffect, useMemo } from 'react';
import type { RecognitionState } from '../../state/recognition-state.js';
import type { Recognition } from '../../state/recognition-store.js';
import { DigitGrid } from '../../ui/components/digit-grid.js';
import { Panel } from '../../ui/components/panel.js';
import { PicturePanel } from './picture-panel.js';
import type { TableLayout } from './table-layout.js';

export interface SelectedPanelsProps {
  recognition: Recognition;
  state: RecognitionState;
  layout: Pick<TableLayout, 'grid' | 'picture'>;
}

/** Beside the table: what the network sees of the selected picture, and where there is room for it, itself. */
export function SelectedPanels({ recognition, state, layout }: SelectedPanelsProps) {
  const { grid, picture } = layout;
  const hasPicture = picture !== undefined;
  useEffect(() => {
    if (!hasPicture) return;
    recognition.showPreviews('always');
    return () => recognition.showPreviews('large');
  }, [recognition, hasPicture]);

  const { reading, rows, selected } = state;
  const result = rows.includes(selected) ? reading?.results[selected] : undefined;
  const seen = result && !('error' in result) ? result.seen.pixels : undefined;
  const pixels = useMemo(() => seen && Buffer.from(seen, 'base64'), [seen]);
  if (!grid) return null;
  return (
    <Box flexDirection="column">
      <Panel title="28x28, what it sees" width={grid.width} height={grid.height}>
        {pixels && <DigitGrid pixels={pixels} scale={grid.scale} />}
      </Panel>
      {picture && <PicturePanel state={state} {...picture} />}
    </Box>
  );
}
