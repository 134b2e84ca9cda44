import { setImmediate } from 'node:timers/promises';
import type { Trainer } from '../engine/engine.js';

/** Turns of the event loop in which an answer leaves the host. */
const turnsToSend = 2;

/**
 * Lets short questions go before the training. A question takes several turns of the event loop, and beside a training
 * each of them would wait for a step; so no step begins while one is being answered.
 */
export class Courtesy {
  #asking = 0;
  #free = Promise.resolve();
  #setFree: () => void = () => {};

  /** Answers a question of some milliseconds, before anything else. */
  async first<Answer>(work: () => Promise<Answer>): Promise<Answer> {
    if (this.#asking++ === 0) {
      this.#free = new Promise((resolve) => {
        this.#setFree = resolve;
      });
    }
    try {
      return await work();
    } finally {
      void this.#leave();
    }
  }

  /** The same trainer, whose steps and looks at validation samples wait while a question is being answered. */
  behind(trainer: Trainer): Trainer {
    return {
      step: async (batch, learningRate) => {
        await this.#whenFree();
        return trainer.step(batch, learningRate);
      },
      classify: async (images) => {
        await this.#whenFree();
        return trainer.classify(images);
      },
      readWeights: () => trainer.readWeights(),
      writeWeights: (weights) => trainer.writeWeights(weights),
      readOptimiser: () => trainer.readOptimiser(),
      writeOptimiser: (state) => trainer.writeOptimiser(state),
      dispose: () => trainer.dispose(),
    };
  }

  async #whenFree(): Promise<void> {
    while (this.#asking > 0) await this.#free;
  }

  async #leave(): Promise<void> {
    for (let turn = 0; turn < turnsToSend; turn++) await setImmediate();
    if (--this.#asking === 0) this.#setFree();
  }
}
