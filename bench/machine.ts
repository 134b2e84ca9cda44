import { availableParallelism, cpus, loadavg, platform, release, totalmem } from 'node:os';
import { z } from 'zod';

export const machineSchema = z.object({
  /** ISO 8601. */
  date: z.string(),
  cpu: z.string(),
  cores: z.number(),
  memoryGigabytes: z.number(),
  system: z.string(),
  node: z.string(),
  /** Mean number of processes that wanted a core in the minute before the start. */
  loadAtStart: z.number(),
});
export type Machine = z.infer<typeof machineSchema>;

export function machineFacts(): Machine {
  return {
    date: new Date().toISOString(),
    cpu: cpus()[0]?.model ?? 'unknown',
    cores: availableParallelism(),
    memoryGigabytes: Math.round(totalmem() / 2 ** 30),
    system: `${platform()} ${release()}`,
    node: process.versions.node,
    loadAtStart: Number(loadavg()[0].toFixed(2)),
  };
}

export function describeMachine(machine: Machine): string {
  const { date, cpu, cores, memoryGigabytes, system, node, loadAtStart } = machine;
  return `${date.slice(0, 10)}, ${cores} cores (${cpu}), ${memoryGigabytes} GB, ${system}, Node ${node}, load ${loadAtStart} at start`;
}
