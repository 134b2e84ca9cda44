import type { ExportFormat } from '../../model/formats/exported-model.js';

/** What a model can be written as. */
export interface ExportChoice {
  format: ExportFormat;
  title: string;
  /** Who reads it. */
  words: string;
  /** Of the name that is offered; a folder has none. */
  ending: string;
}

export const exportChoices = [
  { format: 'keras', title: 'Keras 3', words: 'one .keras file', ending: '.keras' },
  { format: 'h5', title: 'Keras, HDF5', words: 'one .h5 file, for Keras 2 and 3', ending: '.h5' },
  { format: 'tfjs', title: 'TensorFlow.js', words: 'a folder, for browsers', ending: '-tfjs' },
  {
    format: 'savedmodel',
    title: 'SavedModel',
    words: 'a folder, for TensorFlow and its Serving',
    ending: '-savedmodel',
  },
  { format: 'onnx', title: 'ONNX', words: 'one .onnx file, for many runtimes', ending: '.onnx' },
] as const satisfies readonly ExportChoice[];
