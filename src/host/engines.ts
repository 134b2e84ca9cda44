import type { Engine, EngineKind } from '../engine/engine.js';
import { openEngine } from '../engine/open-engine.js';

/** The engines of this host: each is opened once, when it is first needed. */
export class Engines {
  readonly #open = new Map<EngineKind | 'default', Promise<Engine>>();

  get(choice?: EngineKind): Promise<Engine> {
    const key = choice ?? 'default';
    const known = this.#open.get(key);
    if (known) return known;
    const opening = openEngine(choice);
    this.#open.set(key, opening);
    opening.catch(() => this.#open.delete(key));
    return opening;
  }
}
