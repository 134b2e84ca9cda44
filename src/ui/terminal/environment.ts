import { currentCapabilities } from './capabilities.js';

/**
 * Sets what react, chalk and ink read once, while they are imported: call it before any of them.
 * React leaks memory with each update outside production, chalk ignores NO_COLOR, and both chalk and ink
 * behave differently where CI is set, which says nothing about a terminal that a person looks at.
 */
export function prepareEnvironment(): void {
  process.env.NODE_ENV = 'production';
  const { colorLevel } = currentCapabilities();
  process.env.FORCE_COLOR = String(colorLevel);
  // Said by FORCE_COLOR=0 from here on; Node warns on the screen about the two together.
  delete process.env.NO_COLOR;
}
