/** Pixels of the longest side that is decoded quickly, which leaves nothing to be made smaller. */
export const quickestSide = 512;
