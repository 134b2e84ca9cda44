import { Box } from 'ink';
import { useStore } from 'zustand';
import { type SweepFormRow, sweepFormRows } from '../../../state/runs/sweep-form.js';
import type { SweepFormState } from '../../../state/runs/sweep-form-store.js';
import { Frame } from '../../../ui/components/frame.js';
import { Panel, panelInner } from '../../../ui/components/panel.js';
import { Rows } from '../../../ui/components/rows.js';
import { RowsPanel } from '../../../ui/components/rows-panel.js';
import { TextField } from '../../../ui/components/text-field.js';
import { typingFirst } from '../../../ui/keys/key-focus.js';
import type { Availability } from '../../../ui/keys/keys.js';
import { useKeys } from '../../../ui/keys/use-keys.js';
import { useNotice, useTerminal, useWorkArea } from '../../../ui/terminal/terminal-context.js';
import type { PageProps } from '../pages/page-props.js';
import { baseRows } from './sweep-base-rows.js';
import {
  sweepHint,
  sweepLabel,
  sweepLabelWidth,
  sweepTotals,
  sweepValue,
} from './sweep-form-rows.js';

/** One or two settings and the values that they are to have: a run is filed for each. */
export function SweepFormScreen({ book, status, onBack }: PageProps) {
  const { sweep, pages } = book;
  const { glyphs } = useTerminal();
  const area = useWorkArea();
  const notice = useNotice();
  const state = useStore(sweep.store);
  const { fields, row, editing, request } = state;
  // What past runs took, and how many samples there are, may be known later than the form is open.
  useStore(book.connection.store, ({ runs }) => runs);
  useStore(book.form.store, ({ data }) => data);
  const { plan, time } = sweep;
  const availability = formAvailability(state);
  const file = async () => {
    const filed = await sweep.file();
    if ('problem' in filed) notice(filed.problem, 'bad');
    else {
      pages.start({ name: 'sweep', sweep: filed.sweep });
      notice(`filed as ${filed.sweep}`, 'good');
    }
  };
  useKeys(
    'training-sweep-form',
    {
      'file-sweep': () => void file(),
      edit: () => sweep.edit(),
      'move-up': () => sweep.move('previous'),
      'move-down': () => sweep.move('next'),
      'edit-next': () => sweep.move('next'),
      'edit-previous': () => sweep.move('previous'),
      'next-value': () => sweep.step('next'),
      'previous-value': () => sweep.step('previous'),
      back: onBack,
    },
    { availability },
  );
  const left = { width: Math.min(60, Math.ceil(area.width * 0.55)), height: area.height };
  const right = { width: area.width - left.width, height: area.height };
  const inner = panelInner(left);
  const mode = editing ? 'editing' : 'choosing';
  const hint = sweepHint(row, plan, { mode, width: inner.width, glyphs });
  const rows = sweepFormRows.filter(
    (name) => name !== 'second-values' || fields[1].setting !== 'none',
  );
  return (
    <Frame
      screen="training"
      place="training-sweep-form"
      availability={availability}
      status={status}
    >
      <Box>
        <Panel title="Sweep" tone="accent" {...left}>
          {rows.map((name) => (
            <FormRow key={name} row={name} book={book} width={inner.width} />
          ))}
          <Rows
            rows={['', ...hint, '', ...sweepTotals(plan, time, inner.width), ...filingRows(state)]}
            width={inner.width}
            height={inner.height - rows.length}
          />
        </Panel>
        <RowsPanel title="Every run" note={request?.source} {...right}>
          {({ width }) => (request ? baseRows(request, plan, width) : [])}
        </RowsPanel>
      </Box>
    </Frame>
  );
}

interface FormRowProps extends Pick<PageProps, 'book'> {
  row: SweepFormRow;
  width: number;
}

function FormRow({ row, book: { sweep }, width }: FormRowProps) {
  const { glyphs } = useTerminal();
  const { fields, row: selected, editing } = useStore(sweep.store);
  const options = { state: row === selected ? 'selected' : 'plain', glyphs } as const;
  const room = width - sweepLabelWidth;
  return (
    <Box>
      <Rows rows={[sweepLabel(row, sweep.plan, options)]} width={sweepLabelWidth} />
      {row === selected && editing ? (
        <TextField
          value={fields[row.startsWith('first') ? 0 : 1].typed}
          onChange={(text) => sweep.type(text)}
          isFocused
          width={room}
          onSubmit={() => sweep.keep()}
          onCancel={() => sweep.undo()}
        />
      ) : (
        <Rows rows={[sweepValue(row, fields, options, room)]} width={room} />
      )}
    </Box>
  );
}

function filingRows({ filing }: SweepFormState): string[] {
  return filing
    ? ['', `filing run ${Math.min(filing.done + 1, filing.total)} of ${filing.total}`]
    : [];
}

function formAvailability({ editing, filing, fields, row }: SweepFormState): Availability {
  if (editing) {
    return Object.fromEntries(
      (['file-sweep', 'edit', 'next-value', 'help', 'leave'] as const).map((action) => [
        action,
        typingFirst,
      ]),
    );
  }
  const isNone = row.startsWith('second') && fields[1].setting === 'none';
  return {
    'file-sweep': filing ? 'its runs are being filed' : true,
    edit: isNone ? 'choose a setting first, with the arrows' : true,
  };
}
