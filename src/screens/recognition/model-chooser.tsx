import { useState } from 'react';
import type { ModelList } from '../../state/recognition-state.js';
import { Overlay } from '../../ui/components/overlay.js';
import { span } from '../../ui/rows.js';
import { useTerminal, useWorkArea } from '../../ui/terminal/terminal-context.js';
import { modelRows, nextModel } from './model-rows.js';

export interface ModelChooserProps {
  models: ModelList;
  /** The model that answers now. */
  current: string | undefined;
  onChoose: (name: string) => void;
  onClose: () => void;
}

/** The models of the workspace, over the screen; damaged ones are shown and cannot be chosen. */
export function ModelChooser({ models, current, onChoose, onClose }: ModelChooserProps) {
  const { glyphs } = useTerminal();
  const area = useWorkArea();
  const [place, setPlace] = useState<number>();
  const list = models.status === 'ready' ? models.models : [];
  const named = list.findIndex(({ name }) => name === current);
  const shown = place ?? (named === -1 ? nextModel(list, -1, 1) : named);

  const onKey = (name: string) => {
    if (name === 'down' || name === 'j') setPlace(nextModel(list, shown, 1));
    else if (name === 'up' || name === 'k') setPlace(nextModel(list, shown, -1));
    else if (name === 'escape' || name === 'q' || name === 'm') onClose();
    else if (name === 'enter') {
      const model = list[shown];
      if (model && 'card' in model) onChoose(model.name);
    }
  };
  const size = { width: Math.min(72, area.width - 8), height: area.height - 6 };
  const rows = [
    ...modelRows({ models, place: shown, current, glyphs, ...size }),
    '',
    [span('Enter chooses, Esc closes', 'dim')],
  ];
  return <Overlay title="Model" rows={rows} onKey={onKey} />;
}
