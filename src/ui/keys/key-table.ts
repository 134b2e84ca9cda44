/**
 * The one table of keys: dispatch, footer, help, palette and docs/keys.md all read it. A new key is a new line in one
 * of the tables beside it and a handler where `useKeys` is called; a new screen is a line in `screenTabs` and one in the
 * table that opens it.
 */
import type { BindingShape } from './binding.js';
import { analyticsKeys } from './tables/analytics.js';
import { commonKeys } from './tables/common.js';
import { firstKeys } from './tables/first.js';
import { liveDemoKeys } from './tables/live-demo.js';
import { modelKeys } from './tables/models.js';
import { recognitionKeys } from './tables/recognition.js';
import { trainingKeys } from './tables/training.js';

export * from './places.js';

export const keyTable = [
  ...trainingKeys,
  ...firstKeys,
  ...recognitionKeys,
  ...liveDemoKeys,
  ...analyticsKeys,
  ...modelKeys,
  ...commonKeys,
] as const;

export type Action = (typeof keyTable)[number]['action'];

export interface KeyBinding extends BindingShape {
  readonly action: Action;
}
