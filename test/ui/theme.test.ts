import { describe, expect, it } from 'vitest';
import { span } from '../../src/ui/rows.js';
import { type ColorLevel, paintRow, type ThemeName, themeFor } from '../../src/ui/theme.js';

/** A letter of each tone, with \u001b[ as <. */
function painted(name: ThemeName, level: ColorLevel): string {
  const row = [
    span('p', 'plain'),
    span('s', 'strong'),
    span('d', 'dim'),
    span('a', 'accent'),
    span('2', 'second'),
    span('g', 'good'),
    span('w', 'warning'),
    span('b', 'bad'),
    span('i', 'selected'),
  ];
  return paintRow(row, themeFor(name, level)).replaceAll('\u001b[', '<');
}

describe('without colours', () => {
  it.each(['terminal', 'dark', 'light'] as const)('%s has weight and inversion', (name) => {
    expect(painted(name, 0)).toBe('p<1ms<22m<2md<22ma2gwb<7mi<27m');
  });

  it('contrast has everything bold, and nothing faint', () => {
    expect(painted('contrast', 0)).toBe(
      '<1mp<22m<1ms<22md<1ma<22m<1m2<22m<1mg<22m<1mw<22m<1mb<22m<1;7mi<27;22m',
    );
  });
});

it.each<[ThemeName, ColorLevel, string]>([
  ['terminal', 1, 'p<1ms<22m<2md<22m<36ma<39m<35m2<39m<32mg<39m<33mw<39m<31mb<39m<7mi<27m'],
  ['terminal', 2, 'p<1ms<22m<2md<22m<36ma<39m<35m2<39m<32mg<39m<33mw<39m<31mb<39m<7mi<27m'],
  ['terminal', 3, 'p<1ms<22m<2md<22m<36ma<39m<35m2<39m<32mg<39m<33mw<39m<31mb<39m<7mi<27m'],
  ['dark', 1, 'p<1ms<22m<2md<22m<36ma<39m<35m2<39m<32mg<39m<33mw<39m<31mb<39m<7mi<27m'],
  [
    'dark',
    2,
    'p<1ms<22m<38;5;246md<39m<38;5;80ma<39m<38;5;176m2<39m<38;5;114mg<39m<38;5;221mw<39m<38;5;210mb<39m<7mi<27m',
  ],
  [
    'dark',
    3,
    'p<1ms<22m<38;2;148;152;160md<39m<38;2;86;214;214ma<39m<38;2;214;151;226m2<39m<38;2;134;210;122mg<39m<38;2;240;204;96mw<39m<38;2;255;134;124mb<39m<7mi<27m',
  ],
  ['light', 1, 'p<1ms<22m<2md<22m<34ma<39m<35m2<39m<32mg<39m<31mw<39m<31mb<39m<7mi<27m'],
  [
    'light',
    2,
    'p<1ms<22m<38;5;240md<39m<38;5;24ma<39m<38;5;90m2<39m<38;5;22mg<39m<38;5;94mw<39m<38;5;124mb<39m<7mi<27m',
  ],
  [
    'light',
    3,
    'p<1ms<22m<38;2;90;92;98md<39m<38;2;0;92;128ma<39m<38;2;128;30;130m2<39m<38;2;0;98;20mg<39m<38;2;130;78;0mw<39m<38;2;176;10;10mb<39m<7mi<27m',
  ],
  [
    'contrast',
    1,
    '<1mp<22m<1ms<22md<96;1ma<22;39m<95;1m2<22;39m<92;1mg<22;39m<93;1mw<22;39m<91;1mb<22;39m<1;7mi<27;22m',
  ],
  [
    'contrast',
    2,
    '<1mp<22m<1ms<22md<38;5;51;1ma<22;39m<38;5;213;1m2<22;39m<38;5;46;1mg<22;39m<38;5;226;1mw<22;39m<38;5;203;1mb<22;39m<1;7mi<27;22m',
  ],
  [
    'contrast',
    3,
    '<1mp<22m<1ms<22md<38;2;0;255;255;1ma<22;39m<38;2;255;135;255;1m2<22;39m<38;2;0;255;0;1mg<22;39m<38;2;255;255;0;1mw<22;39m<38;2;255;110;110;1mb<22;39m<1;7mi<27;22m',
  ],
])('%s at level %i is %s', (name, level, expected) => {
  expect(painted(name, level)).toBe(expected);
});
