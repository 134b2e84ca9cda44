/** A layer as Keras describes it, of a model that has been taken apart to one chain. */
export interface KerasLayer {
  /** `Conv2D`. */
  className: string;
  /** Unique in the innermost model that holds it. */
  name: string;
  /** What it was made with, in Keras's words. */
  config: Readonly<Record<string, unknown>>;
  /** Its name, or that of the outermost model within the model that holds it. */
  outermost: string;
  /** Where `model.weights.h5` keeps it: `layers/conv2d_1`. */
  place: string;
}

/** What Keras says of a model whose layers follow one another. */
export interface KerasModel {
  name: string;
  /** Shape of one batch of images, null where a side is left open; undefined where nothing tells it. */
  input: readonly (number | null)[] | undefined;
  layers: readonly KerasLayer[];
}
