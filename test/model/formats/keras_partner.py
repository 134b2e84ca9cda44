"""The other side of keras-round-trip.test.ts: makes models with Keras, and opens ours.

    keras_partner.py make FOLDER IMAGES          made.h5, made.keras, made.f32
    keras_partner.py predict FOLDER IMAGES MODEL...

IMAGES are bytes, 784 an image; probabilities are written beside each model as float32. A line of JSON
says what was found.
"""

import json
import os
import sys

os.environ['TF_CPP_MIN_LOG_LEVEL'] = '3'

import numpy as np


def read_images(path):
    return (np.fromfile(path, 'u1').reshape(-1, 28, 28, 1) / 255).astype('float32')


def make(folder, images):
    import keras

    keras.utils.set_random_seed(3)
    layers = keras.layers
    model = keras.Sequential(
        [
            keras.Input((28, 28, 1)),
            layers.Conv2D(32, 3, activation='relu'),
            layers.MaxPooling2D(),
            layers.Conv2D(64, 3, activation='relu'),
            layers.BatchNormalization(),
            layers.MaxPooling2D(),
            layers.Flatten(),
            layers.Dropout(0.5),
            layers.Dense(128, activation='relu'),
            layers.Dense(10, activation='softmax'),
        ]
    )
    model.compile(
        optimizer='adam', loss='sparse_categorical_crossentropy', metrics=['accuracy']
    )
    x = read_images(images)
    labels = np.random.default_rng(1).integers(0, 10, len(x))
    model.fit(x, labels, epochs=2, verbose=0)
    model.save(os.path.join(folder, 'made.h5'))
    model.save(os.path.join(folder, 'made.keras'))
    model.predict(x, verbose=0).tofile(os.path.join(folder, 'made.f32'))
    return {'keras': keras.__version__}


def predict(folder, images, *models):
    x = read_images(images)
    return {name: predict_one(os.path.join(folder, name), x) for name in models}


def predict_one(path, x):
    """Writes the probabilities beside the model, and says what else there is of it."""
    out = path + '.f32'
    if path.endswith('.onnx'):
        try:
            import onnxruntime
        except ImportError:
            return {'missing': 'onnxruntime'}
        session = onnxruntime.InferenceSession(path)
        session.run(None, {'images': x})[0].tofile(out)
        return {}
    if os.path.isdir(path):
        import tensorflow as tf

        signature = tf.saved_model.load(path).signatures['serving_default']
        signature(images=tf.constant(x))['probabilities'].numpy().tofile(out)
        return {}
    import keras

    model = keras.models.load_model(path)
    y = model.predict(x, verbose=0)
    if 'softmax' not in str(model.get_config()['layers'][-1]):
        e = np.exp(y - y.max(axis=1, keepdims=True))
        y = e / e.sum(axis=1, keepdims=True)
    y.tofile(out)
    found = {
        'loss': getattr(model.loss, 'name', None) or getattr(model.loss, '__name__', model.loss),
        'optimizer': type(model.optimizer).__name__,
        'steps': int(model.optimizer.iterations.numpy()),
    }
    # It can be trained on.
    model.fit(x[:32], np.arange(32) % 10, verbose=0)
    return {**found, 'stepsAfter': int(model.optimizer.iterations.numpy())}


if __name__ == '__main__':
    command, *rest = sys.argv[1:]
    print(json.dumps({'make': make, 'predict': predict}[command](*rest)))
