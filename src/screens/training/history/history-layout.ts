interface Size {
  width: number;
  height: number;
}

export interface HistoryLayout {
  list: Size;
  detail: Size;
}

/** Rows of the detail, border included: as many as it may need where there is room. */
const [smallDetail, largeDetail] = [9, 13];
const roomyHeight = 32;

/**
 * The list over the detail of the selected run.
 *
 * @param area the work area
 * @param line rows of what is typed between them
 */
export function historyLayout({ width, height }: Size, line: number): HistoryLayout {
  const detail = height >= roomyHeight ? largeDetail : smallDetail;
  return {
    list: { width, height: Math.max(0, height - detail - line) },
    detail: { width, height: detail },
  };
}
