import { Box } from 'ink';
import { useStore } from 'zustand';
import { type FormField, formFields } from '../../state/training-form.js';
import type { TrainingForm } from '../../state/training-form-store.js';
import { Panel, panelInner } from '../../ui/components/panel.js';
import { Rows } from '../../ui/components/rows.js';
import { Spinner } from '../../ui/components/spinner.js';
import { TextField } from '../../ui/components/text-field.js';
import { type Row, type Span, span } from '../../ui/rows.js';
import { useTerminal, useWorkArea } from '../../ui/terminal/terminal-context.js';
import { wrapWords } from '../wrap-words.js';
import { dataRows } from './data-rows.js';
import { beginRows, fieldHint, fieldLabel, fieldLabelWidth, fieldValue } from './field-rows.js';

export interface FormViewProps {
  form: TrainingForm;
  /** Why the last run could not be started. */
  problem?: string;
  /** What is to be known of other runs. */
  beside?: Span;
}

/** What to train with at the left, what on at the right. */
export function FormView({ form, problem, beside }: FormViewProps) {
  const { glyphs } = useTerminal();
  const area = useWorkArea();
  const state = useStore(form.store);
  const left = { width: Math.min(60, Math.ceil(area.width * 0.55)), height: area.height };
  const right = { width: area.width - left.width, height: area.height };
  const inner = { left: panelInner(left), right: panelInner(right) };
  const hint = fieldHint(state.field, state.values, {
    mode: state.editing ? 'editing' : 'choosing',
    width: inner.left.width,
    glyphs,
  });
  const begun = beginRows(state.from, inner.left.width);
  const told = [
    ...(problem ? [span(`${glyphs.cross} ${problem}`, 'bad'), span('')] : []),
    ...(beside ? [beside] : []),
  ].flatMap(({ text, tone }) =>
    wrapWords(text, inner.left.width).map((line): Row => [span(line, tone)]),
  );
  return (
    <Box>
      <Panel title="Training" tone="accent" {...left}>
        {formFields.map((field) => (
          <Field key={field} field={field} form={form} width={inner.left.width} />
        ))}
        <Rows
          rows={[...begun, '', ...hint, '', ...told]}
          width={inner.left.width}
          height={inner.left.height - formFields.length}
        />
      </Panel>
      <Panel title="Data" note={state.values.source} {...right}>
        {state.data.status === 'loading' && <Spinner label="Reading the samples" />}
        <Rows rows={dataRows(state, { ...inner.right, glyphs })} {...inner.right} />
      </Panel>
    </Box>
  );
}

interface FieldProps {
  field: FormField;
  form: TrainingForm;
  width: number;
}

function Field({ field, form, width }: FieldProps) {
  const { glyphs } = useTerminal();
  const { values, field: selected, editing } = useStore(form.store);
  const options = { state: field === selected ? 'selected' : 'plain', glyphs } as const;
  const valueWidth = width - fieldLabelWidth;
  return (
    <Box>
      <Rows rows={[fieldLabel(field, values, options)]} width={fieldLabelWidth} />
      {field === selected && editing ? (
        <TextField
          value={values[field]}
          onChange={(text) => form.type(text)}
          isFocused
          width={valueWidth}
          onSubmit={() => form.submit()}
          onCancel={() => form.undo()}
        />
      ) : (
        <Rows rows={[fieldValue(field, values, options, valueWidth)]} width={valueWidth} />
      )}
    </Box>
  );
}
