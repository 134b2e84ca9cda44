interface Size {
  width: number;
  height: number;
}

/** Cells of everything in Network; together they fill it. */
export interface NetworkLayout {
  table: Size;
  /** `panels`: what reading costs in two panels below the table; `lines`: in a few lines. */
  costs: { kind: 'panels'; memory: Size; time: Size } | { kind: 'lines'; lines: Size };
}

/** A head, the image and the layers, with a border. */
const tableHeight = 18;
/** The three rows of all parameters. */
const totalsHeight = 3;
/** From this height on there is room for a histogram of times. */
const roomyHeight = 32;
const memoryWidth = 40;

/** @param area the area of a view, 80x21 or more */
export function networkLayout({ width, height }: Size): NetworkLayout {
  if (height < roomyHeight) {
    const table = { width, height: Math.min(height, tableHeight) };
    const lines = { width, height: Math.max(0, height - tableHeight) };
    return { table, costs: { kind: 'lines', lines } };
  }
  const table = { width, height: tableHeight + totalsHeight };
  const below = height - table.height;
  return {
    table,
    costs: {
      kind: 'panels',
      memory: { width: memoryWidth, height: below },
      time: { width: width - memoryWidth, height: below },
    },
  };
}
