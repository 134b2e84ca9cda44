import { Box } from 'ink';
import { useStore } from 'zustand';
import type { DataLook } from '../../../state/training-data/data-look.js';
import type { TrainingForm } from '../../../state/training-form-store.js';
import { Frame } from '../../../ui/components/frame.js';
import { entriesRow, entryAt } from '../../../ui/components/row-entries.js';
import { Rows } from '../../../ui/components/rows.js';
import { RowsPanel } from '../../../ui/components/rows-panel.js';
import { useKeys } from '../../../ui/keys/use-keys.js';
import { fitRow, type RowLike } from '../../../ui/rows.js';
import { useTerminal, useWorkArea } from '../../../ui/terminal/terminal-context.js';
import { useMouse } from '../../../ui/terminal/use-mouse.js';
import { dataRows } from '../data-rows.js';
import { dataAvailability } from './data-availability.js';
import { DataPageBody } from './data-page-body.js';
import { pageEntries } from './page-entries.js';
import { SampleScreen } from './sample-screen.js';

export interface DataScreenProps {
  data: DataLook;
  form: TrainingForm;
  status: RowLike;
}

/** All about the samples before they are learnt from: pages, and one sample large over them. */
export function DataScreen(props: DataScreenProps) {
  const { layer } = useStore(props.data.store);
  return layer === 'sample' ? <SampleScreen {...props} /> : <PagesScreen {...props} />;
}

function PagesScreen({ data, form, status }: DataScreenProps) {
  const { glyphs } = useTerminal();
  const area = useWorkArea();
  const state = useStore(form.store);
  const { page } = useStore(data.store);
  const summary = state.data.status === 'ready' ? state.data.summary : undefined;
  const availability = dataAvailability(page, summary);
  useKeys(
    'training-data',
    {
      'next-data-page': () => data.turn(1),
      'previous-data-page': () => data.turn(-1),
      'next-digit': () => data.turnDigit(1),
      'previous-digit': () => data.turnDigit(-1),
      'look-anew': () => void form.describe(),
      back: () => {
        if (state.data.status === 'loading') form.cancel();
        data.back();
      },
    },
    { availability },
  );
  const source = summary?.sources.map((each) => each.source).join(' + ') ?? state.values.source;
  const entries = pageEntries({ page, source, width: area.width, glyphs });
  const line = useMouse({
    onPress({ column }) {
      const chosen = entryAt(entries, column);
      if (chosen) data.turnTo(chosen);
    },
  });
  const room = { width: area.width, height: area.height - 1 };
  return (
    <Frame screen="training" place="training-data" availability={availability} status={status}>
      <Box ref={line} width={area.width} height={1} flexShrink={0}>
        <Rows
          rows={[fitRow(entriesRow(entries), area.width, glyphs.ellipsis)]}
          width={area.width}
        />
      </Box>
      {summary ? (
        <DataPageBody data={data} page={page} summary={summary} {...room} />
      ) : (
        <RowsPanel title="Data" {...room}>
          {(inner) => dataRows(state, { ...inner, glyphs })}
        </RowsPanel>
      )}
    </Frame>
  );
}
