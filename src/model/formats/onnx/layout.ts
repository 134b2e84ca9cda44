import type { OnnxGraph } from './onnx-graph.js';

/*
 * ONNX has images as [n, channels, height, width], our networks and their weights as
 * [n, height, width, channels]. Between layers all images lie ONNX's way; whatever is no image
 * lies as it does with us.
 */

/** @param shape without the batch, as our networks have it */
export function isImage(shape: readonly number[]): boolean {
  return shape.length === 3;
}

/** From our way to ONNX's. */
export function channelsFirst(graph: OnnxGraph, value: string, shape: readonly number[]): string {
  return isImage(shape) ? graph.add('Transpose', [value], { perm: { ints: [0, 3, 1, 2] } }) : value;
}

/** From ONNX's way to ours. */
export function channelsLast(graph: OnnxGraph, value: string, shape: readonly number[]): string {
  return isImage(shape) ? graph.add('Transpose', [value], { perm: { ints: [0, 2, 3, 1] } }) : value;
}
