/** What becomes of an answer while a square covers a part of its image. */
export interface Occlusion {
  /** 784 probabilities of the answer with the square centred there, 0..1. */
  kept: ArrayLike<number>;
  /** 784 digits: the answer with the square centred there. */
  digits: ArrayLike<number>;
}

/** A digit that the answer changes to, and over how many of the 784 places. */
export interface ChangedAnswer {
  digit: number;
  places: number;
}

/** The digits that covering changes the answer to, the most frequent first. */
export function changedAnswers({ digits }: Occlusion, answer: number): ChangedAnswer[] {
  const places = Array<number>(10).fill(0);
  for (const digit of Array.from(digits)) places[digit]++;
  return places
    .map((count, digit) => ({ digit, places: count }))
    .filter(({ digit, places: count }) => digit !== answer && count > 0)
    .sort((a, b) => b.places - a.places);
}

/** Where covering takes most of the answer's probability. */
export interface WeakestPlace {
  /** From the upper left pixel, 0..27. */
  x: number;
  y: number;
  /** What is left of the probability, 0..1. */
  kept: number;
}

/** @returns the first of equals; undefined where no value is a number */
export function weakestPlace({ kept }: Occlusion): WeakestPlace | undefined {
  let least: number | undefined;
  for (let index = 0; index < kept.length; index++) {
    if (!Number.isFinite(kept[index])) continue;
    if (least === undefined || kept[index] < kept[least]) least = index;
  }
  if (least === undefined) return undefined;
  return { x: least % 28, y: Math.floor(least / 28), kept: kept[least] };
}

/** Share of the answer's probability that covering each place takes, 0..1; 0 where it takes none or nothing is known. */
export function lossesOf({ kept }: Occlusion, probability: number): number[] {
  return Array.from(kept, (value) => {
    const lost = 1 - value / probability;
    return Number.isFinite(lost) ? Math.min(1, Math.max(0, lost)) : 0;
  });
}
