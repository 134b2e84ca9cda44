/**
 * Goes up whenever the same picture comes out of `decodeGrey` and `normalise` as another 28x28:
 * packed sources of earlier versions are then made anew. A test notices where it was forgotten.
 */
export const formVersion = 1;
