import { machineHeight } from './machine-rows.js';

export interface Place {
  /** Cells of a panel, its border included. */
  width: number;
  height: number;
}

export interface HomeLayout {
  facts: Place;
  menu: Place;
  /** The curve of the last run beside both, where there is much room. */
  curve?: Place;
  /** The past runs below, where the terminal is high. */
  runs?: Place;
}

const border = 2;
/** Rows of what is here, without the machine: two for each of four. */
const factsHeight = 8;
const fewestMachineRows = 1;
/** A table below this is all head. */
const lowestRuns = 6;
const widthBesideCurve = 96;
const roomForCurve = { width: 160, height: 40 };

/**
 * Facts above, the menu below them and the past runs at the bottom, in all cells of the area.
 *
 * @param menuRows what the menu would like to have; it scrolls where there is less
 */
export function homeLayout(area: Place, menuRows: number): HomeLayout {
  const { width, height } = area;
  const left = leftWidth(area);
  const factsWanted = factsHeight + machineHeight + border;
  const factsLeast = factsHeight + fewestMachineRows + border;
  const menuHeight = Math.max(0, Math.min(menuRows + border, height - factsLeast));
  const above = Math.max(0, Math.min(factsWanted, height - menuHeight));
  const below = height - above - menuHeight;
  const hasRuns = below >= lowestRuns;
  const menu = { width: left, height: menuHeight + (hasRuns ? 0 : below) };
  return {
    facts: { width: left, height: above },
    menu,
    ...(left < width && { curve: { width: width - left, height: above + menu.height } }),
    ...(hasRuns && { runs: { width, height: below } }),
  };
}

/** Cells of facts and menu. */
export function leftWidth({ width, height }: Place): number {
  const hasCurve = width >= roomForCurve.width && height >= roomForCurve.height;
  return hasCurve ? widthBesideCurve : width;
}
