/** What makes a picture readable, with a good and a bad picture of the same digit. */
export interface GuidePage {
  title: string;
  /** What to do. */
  advice: string;
  /** What the bad picture has. */
  bad: string;
  /** What both pictures show. */
  digit: number;
  /** What the bad picture shows, where that is not the digit alone. */
  shows?: string;
  /** Names of the pictures begin with it. */
  name: string;
}

export const guidePages = [
  {
    name: 'whole',
    title: 'The whole digit',
    advice:
      'Leave paper on all four sides: a digit that runs out of the picture loses what tells it apart.',
    bad: 'cut off',
    digit: 5,
  },
  {
    name: 'large',
    title: 'Large enough',
    advice: 'Let the digit fill a third of the picture or more: a few pixels of ink hold no shape.',
    bad: 'tiny',
    digit: 8,
  },
  {
    name: 'one',
    title: 'One digit',
    advice: 'One digit a picture: several are taken for one shape.',
    bad: 'several',
    digit: 2,
    shows: '2, 7 and 4',
  },
  {
    name: 'plain',
    title: 'Plain paper',
    advice:
      'Write on plain paper, or between the lines: a line that crosses the digit joins its strokes.',
    bad: 'ruled lines',
    digit: 4,
  },
  {
    name: 'sharp',
    title: 'Sharp',
    advice: 'Hold the camera still and let it focus: blur closes loops and gaps.',
    bad: 'blurred',
    digit: 6,
  },
  {
    name: 'light',
    title: 'Even light',
    advice:
      'Light from the side throws shadows, and a lamp makes glare: turn the paper until both are gone.',
    bad: 'glare and shadow',
    digit: 9,
  },
  {
    name: 'dark',
    title: 'Dark ink',
    advice:
      'Use a dark pen on light paper: pencil that is as light as the grain of the paper is lost in it.',
    bad: 'too faint',
    digit: 3,
  },
] as const satisfies readonly GuidePage[];

export const guideSides = ['good', 'bad'] as const;
export type GuideSide = (typeof guideSides)[number];

/** `4-plain-bad.jpg` */
export function guidePicture({ digit, name }: GuidePage, side: GuideSide): string {
  return `${digit}-${name}-${side}.jpg`;
}
