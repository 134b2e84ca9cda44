import { Box } from 'ink';
import { useStore } from 'zustand';
import type { Loading, RunView } from '../../state/run-view.js';
import { isTypedField } from '../../state/training-form.js';
import type { TrainingForm } from '../../state/training-form-store.js';
import { Rows } from '../../ui/components/rows.js';
import { TextField } from '../../ui/components/text-field.js';
import { type Span, span } from '../../ui/rows.js';
import { useTerminal, useWorkArea } from '../../ui/terminal/terminal-context.js';
import { fieldHint, fieldLabel, fieldLabelWidth, fieldValue } from '../training/field-rows.js';
import { progressPage } from './progress-page.js';
import { runPage } from './run-page.js';
import { stagePage } from './stage-page.js';
import { formWords, runWords } from './training-words.js';

export interface StageTrainingProps {
  form: TrainingForm;
  /** The run under way or ended; the settings are shown without one. */
  view: RunView | undefined;
  /** Why the last run could not be started. */
  problem?: string;
  /** What is to be known of other runs, beside the settings. */
  beside?: Span;
}

/** Training for a projector: what will be trained on, then how well it goes. */
export function StageTraining({ view, ...form }: StageTrainingProps) {
  return view ? <RunOnStage view={view} /> : <FormOnStage {...form} />;
}

function RunOnStage({ view }: { view: RunView }) {
  const { glyphs } = useTerminal();
  const area = useWorkArea();
  const page = { ...area, glyphs };
  return <Rows rows={rows()} {...area} />;

  function rows() {
    const { run, loading } = view;
    if (run.status === 'waiting' && loading) return progressPage(loadingProgress(loading), page);
    const isEmpty =
      run.status === 'waiting' || run.status === 'failed' || run.outcome?.model === null;
    return isEmpty
      ? stagePage(runWords(view, { width: area.width - 8, glyphs }), page)
      : runPage(view, page);
  }
}

/** Rows of the one field that the keys act on: itself and what it takes. */
const fieldHeight = 4;

function FormOnStage({ form, problem, beside }: Omit<StageTrainingProps, 'view'>) {
  const { glyphs } = useTerminal();
  const area = useWorkArea();
  const state = useStore(form.store);
  const { data } = state;
  if (data.status === 'loading' && data.progress) {
    const progress = progressPage(loadingProgress(data.progress), { ...area, glyphs });
    return <Rows rows={progress} {...area} />;
  }
  const page = { width: area.width, height: area.height - fieldHeight };
  const words = formWords(state, { problem, beside }, { width: area.width - 8, glyphs });
  return (
    <Box flexDirection="column">
      <Rows rows={stagePage(words, { ...page, glyphs })} {...page} />
      <FieldOnStage form={form} />
    </Box>
  );
}

/** The field that the arrows and Enter act on; the others are a key away. */
function FieldOnStage({ form }: { form: TrainingForm }) {
  const { glyphs } = useTerminal();
  const area = useWorkArea();
  const { values, field, editing } = useStore(form.store);
  const width = Math.min(72, area.width - 4);
  const valueWidth = width - fieldLabelWidth;
  const options = { state: 'selected', glyphs } as const;
  const mode = editing ? 'editing' : 'choosing';
  return (
    <Box
      flexDirection="column"
      height={fieldHeight}
      marginLeft={Math.floor((area.width - width) / 2)}
    >
      <Box>
        <Rows rows={[fieldLabel(field, values, options)]} width={fieldLabelWidth} />
        {editing && isTypedField(field) ? (
          <TextField
            key={field}
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
      <Rows
        rows={fieldHint(field, values, { mode, width, glyphs })}
        width={width}
        height={fieldHeight - 1}
      />
    </Box>
  );
}

function loadingProgress({ done, total, since, at }: Loading) {
  const perSecond = done / ((at - since) / 1000);
  const line = [span('reading the samples, '), span('Esc', 'accent'), span(' cancels')];
  return { line, done, total, secondsLeft: (total - done) / perSecond };
}
