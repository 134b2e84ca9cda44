import { wordsOf } from '../core/run/sweep-plan.js';
import type { SweepTable, SweptRun } from '../core/run/sweep-table.js';
import { percent } from '../ui/format.js';

/** The best validation accuracy of each run, in lines; the highest has a star. */
export function sweepTableLines({ axes, cells, best }: SweepTable<SweptRun>): string[] {
  const [down, across] = axes;
  const heads = [
    across ? `${wordsOf(down.setting)} \\ ${wordsOf(across.setting)}` : wordsOf(down.setting),
    ...(across ? across.values.map(String) : ['validation']),
  ];
  const rows = down.values.map((value, row) => [
    String(value),
    ...cells[row].map((run) => cellWords(run, best)),
  ]);
  const widths = heads.map((_, column) =>
    Math.max(...[heads, ...rows].map((line) => line[column].length)),
  );
  return [heads, ...rows].map((line) =>
    line
      .map((text, column) =>
        column === 0 ? text.padEnd(widths[column]) : text.padStart(widths[column]),
      )
      .join('  '),
  );
}

function cellWords(run: SweptRun | undefined, best: SweptRun | undefined): string {
  if (!run) return '-';
  if (run.status === 'failed') return 'failed';
  const accuracy = percent(run.best?.validation.accuracy ?? Number.NaN, 2);
  return run === best ? `* ${accuracy}` : accuracy;
}
