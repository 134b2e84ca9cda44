import { Box } from 'ink';
import { useMemo } from 'react';
import { useTerminal } from '../terminal/terminal-context.js';
import { type GreyImage, greyLines } from './half-blocks.js';
import { Raw } from './rows.js';

export interface SmoothDigitProps {
  /** 784 values, 0 background to 255 ink. */
  pixels: Uint8Array;
  /** Cells; the digit is the largest square in them, in the middle. */
  width: number;
  height: number;
}

/** A digit of 28x28 as large as there is room, light on dark, with smooth edges: what a person reads from afar. */
export function SmoothDigit({ pixels, width, height }: SmoothDigitProps) {
  const terminal = useTerminal();
  const side = Math.max(0, Math.min(width, height * 2));
  const image = useMemo(() => resampled(pixels, side), [pixels, side]);
  const lines = greyLines(image, terminal);
  return (
    <Box width={width} height={height} alignItems="center" justifyContent="center" flexShrink={0}>
      <Raw lines={lines} width={side} height={lines.length} />
    </Box>
  );
}

const digitSide = 28;

/** The digit in `side` by `side` pixels, bilinear between those it has. */
export function resampled(pixels: ArrayLike<number>, side: number): GreyImage {
  const scale = digitSide / Math.max(1, side);
  const at = (x: number, y: number) => pixels[inside(y) * digitSide + inside(x)];
  const values = Array.from({ length: side * side }, (_, index) => {
    const x = ((index % side) + 0.5) * scale - 0.5;
    const y = (Math.floor(index / side) + 0.5) * scale - 0.5;
    const [left, top] = [Math.floor(x), Math.floor(y)];
    const upper = at(left, top) * (left + 1 - x) + at(left + 1, top) * (x - left);
    const lower = at(left, top + 1) * (left + 1 - x) + at(left + 1, top + 1) * (x - left);
    return Math.round(upper * (top + 1 - y) + lower * (y - top));
  });
  return { width: side, height: side, pixels: values };
}

function inside(place: number): number {
  return Math.min(digitSide - 1, Math.max(0, place));
}
