import { shownThreshold } from '../../state/recognition-rejection.js';
import type { RecognitionState } from '../../state/recognition-state.js';
import type { Recognition } from '../../state/recognition-store.js';
import { Overlay } from '../../ui/components/overlay.js';
import { useTerminal, useWorkArea } from '../../ui/terminal/terminal-context.js';
import { thresholdRows } from './threshold-rows.js';

export interface ThresholdChooserProps {
  recognition: Recognition;
  state: RecognitionState;
}

/** What counts as no digit, over the screen: the marks below follow at once. */
export function ThresholdChooser({ recognition, state }: ThresholdChooserProps) {
  const { glyphs } = useTerminal();
  const area = useWorkArea();
  const onKey = (name: string) => {
    if (name === 'left' || name === 'h' || name === 'down' || name === '-') {
      recognition.moveThreshold(-1);
    } else if (name === 'right' || name === 'l' || name === 'up' || name === '+') {
      recognition.moveThreshold(1);
    } else if (name === '0') recognition.resetThreshold();
    else if (['escape', 'enter', 'q', 't'].includes(name)) recognition.close();
  };
  const results = state.reading?.results ?? [];
  const marked = results.filter((result) => 'rejected' in result && result.rejected).length;
  const width = Math.min(60, area.width - 8);
  const rows = thresholdRows(shownThreshold(state), { width, marked, glyphs });
  return <Overlay title="Not a digit?" rows={rows} onKey={onKey} />;
}
