import * as z from 'zod';
import { type ModelCard, modelCardSchema } from './card.js';

/**
 * Reads a card of any form that was ever written; the one place that knows the earlier ones.
 *
 * @param json what `card.json` holds
 * @throws ZodError where it is none of them
 */
export function parseCard(json: unknown): ModelCard {
  const { card } = z.looseObject({ card: z.number() }).parse(json);
  return modelCardSchema.parse(card === 1 ? fromFirstForm(json) : json);
}

/** The first form was of models that were trained here alone, and had the facts of their training beside the others. */
const firstForm = z.looseObject({
  card: z.literal(1),
  name: z.string(),
  command: z.unknown(),
  engine: z.unknown(),
  data: z.unknown(),
  settings: z.unknown(),
  epochs: z.unknown(),
  bestEpoch: z.unknown(),
  seconds: z.unknown(),
  train: z.unknown(),
  validation: z.unknown(),
});

function fromFirstForm(json: unknown): unknown {
  const {
    command,
    engine,
    data,
    settings,
    epochs,
    bestEpoch,
    seconds,
    train,
    validation,
    ...others
  } = firstForm.parse(json);
  const { name } = others;
  const facts = { name, command, engine, data, settings, epochs, bestEpoch, seconds };
  return { ...others, card: 2, training: { ...facts, train, validation } };
}
