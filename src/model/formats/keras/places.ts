/**
 * Names the groups of one model's layers in `model.weights.h5`: the class in small letters, and a
 * number from the second of a class on (Keras's saving_lib.py, `_save_container_state`).
 */
export function createPlaces(): (layer: { class_name: string }) => string {
  const uses = new Map<string, number>();
  return ({ class_name: className }) => {
    const name = snakeCase(className);
    const before = uses.get(name) ?? 0;
    uses.set(name, before + 1);
    return before === 0 ? name : `${name}_${before}`;
  };
}

/** Keras's naming.py, `to_snake_case`: `MaxPooling2D` is `max_pooling2d`, `ReLU` is `re_lu`. */
function snakeCase(name: string): string {
  return name
    .replace(/\W+/g, '')
    .replace(/(.)([A-Z][a-z]+)/g, '$1_$2')
    .replace(/([a-z])([A-Z])/g, '$1_$2')
    .toLowerCase();
}
