import { Box } from 'ink';
import type { EpochsState } from '../../../state/analytics/epochs-state.js';
import type { Epochs } from '../../../state/analytics/epochs-store.js';
import { Rows } from '../../../ui/components/rows.js';
import { useTerminal } from '../../../ui/terminal/terminal-context.js';
import { useMouse } from '../../../ui/terminal/use-mouse.js';
import { epochAtColumn, timelineRows } from './timeline-rows.js';
import { scoreRange, scoreSeries, traceSeries } from './trace-series.js';

export interface TimelineProps {
  epochs: Epochs;
  state: EpochsState;
  /** At least one. */
  kept: readonly number[];
  /** Cells. */
  width: number;
  height: number;
}

/** What the open face shows as a curve over the epochs; a click or a drag looks at an epoch. */
export function Timeline({ epochs, state, kept, width, height }: TimelineProps) {
  const { glyphs } = useTerminal();
  const { face, picture, trace, scores, epoch } = state;
  const goTo = ({ column }: { column: number }) =>
    epochs.moveTo(epochAtColumn({ epochs: kept, width }, column));
  const mouse = useMouse({ onPress: goTo, onDrag: goTo });
  const curve =
    face === 'matrix'
      ? { series: scoreSeries(scores), yRange: scoreRange(scores) }
      : {
          series: picture.status === 'ready' ? traceSeries(picture.picture, trace) : [],
          yRange: [0, 1] as const,
        };
  const rows = timelineRows({ epochs: kept, epoch, ...curve, width, height, glyphs });
  return (
    <Box ref={mouse} width={width} height={height} flexShrink={0}>
      <Rows rows={rows} width={width} height={height} />
    </Box>
  );
}
