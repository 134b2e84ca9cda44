import { useStore } from 'zustand';
import type { ImportStore } from '../../state/models/import-store.js';
import { Overlay } from '../../ui/components/overlay.js';
import { useTerminal, useWorkArea } from '../../ui/terminal/terminal-context.js';
import { importRows, importTitle } from './import-rows.js';

/** What a file of another program holds and how it reads, over the models; nothing while none is brought in. */
export function ImportDialog({ imports }: { imports: ImportStore }) {
  const state = useStore(imports.store);
  const { glyphs } = useTerminal();
  const area = useWorkArea();
  if (state.status === 'none') return null;
  const width = Math.min(64, area.width - 8);
  const onKey = (name: string) => {
    if (name === 'escape' || name === 'q') imports.close();
    else if (name === 'down' || name === 'j') imports.move(1);
    else if (name === 'up' || name === 'k') imports.move(-1);
    else if (name === 'enter') void imports.keep();
  };
  return (
    <Overlay
      title={importTitle(state)}
      rows={importRows(state, { width, glyphs })}
      onKey={onKey}
      onWheel={(direction) => imports.move(direction)}
    />
  );
}
