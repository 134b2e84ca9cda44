interface Size {
  width: number;
  height: number;
}

/** Where things are in the list of models, in cells with their borders. */
export interface ModelsLayout {
  list: Size;
  /** What the card of the model says that is looked at. */
  card: Size;
}

/** The border, and the head of the table. */
const otherRows = 3;
/** Rows of a card that are worth a panel. */
const leastCard = 8;

/**
 * @param area without the rows of news below
 * @param models that are listed
 */
export function modelsLayout({ width, height }: Size, models: number): ModelsLayout {
  const wanted = Math.max(2, models) + otherRows;
  const list = Math.max(otherRows + 1, Math.min(wanted, height - leastCard));
  return { list: { width, height: list }, card: { width, height: height - list } };
}
