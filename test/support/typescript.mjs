/**
 * Lets Node run TypeScript from the sources: `node --import ./test/support/typescript.mjs program.tsx`.
 * For programs that tests start in a pseudo-terminal, and for threads that tested code starts, which
 * inherit the option; nothing is type-checked here.
 */
import { register } from 'node:module';

register('./typescript-hooks.mjs', import.meta.url);
