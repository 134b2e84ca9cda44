import { readFileSync } from 'node:fs';

/** Kernel ticks a second in /proc; 100 on every Linux that Node runs on. */
const ticksPerSecond = 100;

/** Processor time that a process has taken so far, in seconds; NaN where the system does not tell. */
export function processorSeconds(pid: number): number {
  if (process.platform !== 'linux') return Number.NaN;
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  // The name, in brackets, may hold spaces; user and system time are the 14th and 15th field.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return (Number(fields[11]) + Number(fields[12])) / ticksPerSecond;
}
