import { useEffect } from 'react';
import { useStore } from 'zustand';
import type { SystemLoad } from '../../state/system-load.js';
import { Rows } from '../../ui/components/rows.js';
import { useTerminal } from '../../ui/terminal/terminal-context.js';
import { machineRows } from './machine-rows.js';

export interface MachineProps {
  load: SystemLoad;
  /** Bytes. */
  hostMemory: number | undefined;
  width: number;
  height: number;
}

/** What the machine does, read while this is on the screen. By itself, so that a reading renders nothing else. */
export function Machine({ load, hostMemory, width, height }: MachineProps) {
  const { glyphs } = useTerminal();
  const state = useStore(load.store);
  useEffect(() => load.watch(), [load]);
  return (
    <Rows rows={machineRows(state, { hostMemory, width, glyphs })} width={width} height={height} />
  );
}
