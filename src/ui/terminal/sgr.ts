/** Codes that set colours and weights: SGR of ECMA-48, 8.3.117. */

// biome-ignore lint/suspicious/noControlCharactersInRegex: an escape code starts with one.
const sgrCodes = /\u001b\[[0-9;:]*m/g;

/** Painted text without its codes. */
export function withoutSgr(text: string): string {
  return text.replace(sgrCodes, '');
}

/** What is set, one entry an attribute: the parameters that set it, or nothing. */
export type SgrState = readonly string[];

export const plainState: SgrState = Array(9).fill('');

const underline = 3;
const inverse = 4;
const struck = 6;
const foreground = 7;
const background = 8;

// Parameters that set an attribute, with its place in the state.
const setters: Readonly<Record<string, number>> = {
  ...{ 1: 0, 2: 1, 3: 2, 4: underline, 7: inverse, 8: 5, 9: struck },
  ...colorParameters(foreground, [30, 90]),
  ...colorParameters(background, [40, 100]),
};

const resetters: Readonly<Record<string, readonly number[]>> = {
  ...{ 22: [0, 1], 23: [2], 24: [underline], 27: [inverse], 28: [5], 29: [struck] },
  ...{ 39: [foreground], 49: [background] },
};

/** The state after the parameters of one code; undefined for parameters that nothing here draws with. */
export function applySgr(state: SgrState, parameters: string): SgrState | undefined {
  const next = [...state];
  const rest = parameters.split(';');
  while (rest.length > 0) {
    const parameter = rest.shift() ?? '';
    const setter = setters[parameter];
    if (parameter === '' || parameter === '0') next.fill('');
    else if (setter !== undefined) next[setter] = parameter;
    else if (resetters[parameter]) for (const index of resetters[parameter]) next[index] = '';
    else if (parameter === '38' || parameter === '48') {
      const color = rest.splice(0, rest[0] === '2' ? 4 : 2);
      if (color.length !== (color[0] === '2' ? 4 : 2)) return undefined;
      next[parameter === '38' ? foreground : background] = [parameter, ...color].join(';');
    } else return undefined;
  }
  return next;
}

/** The parameters that set all of a state, where nothing else is set. */
export function sgrParameters(state: SgrState): string {
  return state.filter((parameters) => parameters !== '').join(';');
}

/** The same for a cell with a space in it: nobody sees its weight, and its colour only behind or under it. */
export function sgrParametersOfSpace(state: SgrState): string {
  const showsForeground = [underline, inverse, struck].some((index) => state[index] !== '');
  return showsForeground ? sgrParameters(state) : state[background];
}

/** The code that brings a terminal from one set of parameters to another. */
export function sgrChange(from: string, to: string): string {
  if (from === to) return '';
  return from === '' || to === '' ? `\u001b[${to}m` : `\u001b[0;${to}m`;
}

function colorParameters(place: number, starts: readonly number[]): Record<string, number> {
  const parameters = starts.flatMap((start) =>
    Array.from({ length: 8 }, (_, index) => start + index),
  );
  return Object.fromEntries(parameters.map((parameter) => [parameter, place]));
}
