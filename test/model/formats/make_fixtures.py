"""Makes the models in fixtures/ and records what Keras says of some images.

    pip install tensorflow keras tf_keras
    python test/model/formats/make_fixtures.py

keras is version 3, tf_keras version 2: each writes its own forms. Nothing of it runs in the tests.
"""

import json
import os
import shutil

os.environ['TF_CPP_MIN_LOG_LEVEL'] = '3'

import h5py
import keras
import numpy as np
import tf_keras

FOLDER = os.path.join(os.path.dirname(os.path.abspath(__file__)), 'fixtures')


def images(count=6):
    """Patterns that fixtures.ts makes in the same way: bytes, light on dark."""
    pixel = np.arange(28 * 28)
    return np.stack([pixel * (3 * i + 7) % 256 for i in range(count)]).reshape(-1, 28, 28, 1)


def classic(k):
    """What most tutorials make."""
    return k.Sequential(
        [
            k.Input((28, 28, 1)),
            k.layers.Conv2D(4, 3, activation='relu'),
            k.layers.MaxPooling2D(),
            k.layers.BatchNormalization(),
            k.layers.Conv2D(6, (3, 3), activation='relu'),
            k.layers.MaxPooling2D((2, 2)),
            k.layers.Flatten(),
            k.layers.Dropout(0.5),
            k.layers.Dense(10, activation='softmax'),
        ],
        name='classic',
    )


def rows(k):
    """TensorFlow's first tutorial: no channel, logits at the end."""
    return k.Sequential(
        [
            k.layers.Flatten(input_shape=(28, 28)),
            k.layers.Dense(8, activation='relu'),
            k.layers.Dropout(0.2),
            k.layers.Dense(10),
        ],
        name='rows',
    )


def varied(k):
    """As many layers and settings as one chain can have."""
    l2 = k.regularizers.L2(1e-4)
    x = image = k.Input((28, 28, 1))
    x = k.layers.Rescaling(1 / 127.5, offset=-1)(x)
    x = k.layers.ZeroPadding2D(((1, 2), (0, 3)))(x)
    x = k.layers.Conv2D(4, (3, 2), strides=2, padding='same', use_bias=False, kernel_regularizer=l2)(x)
    x = k.layers.BatchNormalization(scale=False, epsilon=0.01)(x)
    x = k.layers.LeakyReLU()(x)
    x = k.layers.AveragePooling2D(3, strides=2, padding='same')(x)
    x = k.layers.SpatialDropout2D(0.1)(x)
    x = k.layers.Conv2D(5, 3, activation='gelu')(x)
    x = k.layers.ReLU(max_value=6)(x)
    x = k.layers.Conv2D(8, 2, activation='elu')(x)
    x = k.layers.GlobalAveragePooling2D()(x)
    x = k.layers.Reshape((2, -1))(x)
    x = k.layers.Flatten()(x)
    x = k.layers.Dense(12, activation='swish')(x)
    x = k.layers.Activation('tanh')(x)
    x = k.layers.Dense(10)(x)
    x = k.layers.Softmax()(x)
    return k.Model(image, x, name='varied')


def nested(k):
    """A model within a model."""
    features = k.Sequential(
        [
            k.Input((28, 28, 1)),
            k.layers.Conv2D(3, 5, strides=2, activation='relu', name='conv'),
            k.layers.BatchNormalization(name='norm'),
            k.layers.Conv2D(4, 3, activation='relu', name='conv_2'),
        ],
        name='features',
    )
    x = image = k.Input((28, 28, 1))
    x = k.layers.Rescaling(1 / 255)(x)
    x = features(x)
    x = k.layers.GlobalMaxPooling2D()(x)
    x = k.layers.Dense(10, activation='softmax', name='digits')(x)
    return k.Model(image, x, name='nested')


#: Takes bytes; the others take 0..1.
OF_BYTES = {'varied', 'nested'}


def train(model, scale):
    rng = np.random.default_rng(7)
    x = rng.integers(0, 256, (64, 28, 28, 1)) * scale
    if len(model.input_shape) == 3:
        x = x[..., 0]
    logits = 'softmax' not in str(model.get_config()['layers'][-1]).lower()
    module = keras if isinstance(model, keras.Model) else tf_keras
    loss = module.losses.SparseCategoricalCrossentropy(from_logits=logits)
    model.compile(optimizer='adam', loss=loss, metrics=['accuracy'])
    model.fit(x, rng.integers(0, 10, 64), epochs=4, batch_size=16, verbose=0)


def probabilities(model, scale):
    x = images() * scale
    if len(model.input_shape) == 3:
        x = x[..., 0]
    y = model.predict(x.astype('float32'), verbose=0).astype('float64')
    if not np.allclose(y.sum(axis=1), 1, atol=1e-4):
        y = np.exp(y - y.max(axis=1, keepdims=True))
        y /= y.sum(axis=1, keepdims=True)
    return y.tolist()


def tiny(k, extra=None):
    layers = [
        k.Input((28, 28, 1)),
        k.layers.Conv2D(2, 3, name='conv'),
        k.layers.GlobalAveragePooling2D(),
        k.layers.Dense(10, activation='softmax', name='digits'),
    ]
    if extra is not None:
        layers.insert(2, extra)
    return k.Sequential(layers, name='tiny')


def code():
    """Layers that are Python."""
    tiny(keras, keras.layers.Lambda(lambda x: x * 2, name='twice')).save(path('lambda-keras3.keras'))
    tiny(tf_keras, tf_keras.layers.Lambda(lambda x: x * 2, name='twice')).save(path('lambda-keras2.h5'))


def traps():
    """Files of HDF5 in which the kernel of a layer is not what it seems."""
    tiny(keras).save(path('tiny-keras3.h5'))
    kernel = 'model_weights/digits/tiny/digits/kernel'

    def trap(name, put):
        shutil.copy(path('tiny-keras3.h5'), path(name))
        with h5py.File(path(name), 'r+') as file:
            del file[kernel]
            put(file)

    def ten_gigabytes(file):
        file.create_dataset(kernel, (250_000_000, 10), 'f4', chunks=(1000, 10), compression='gzip')

    def one_great_chunk(file):
        chunks = (100_000_000, 10)
        file.create_dataset(
            kernel, (2, 10), 'f4', maxshape=(None, 10), chunks=chunks, compression='gzip'
        )

    def another_file(file):
        file[kernel] = h5py.ExternalLink('/etc/passwd', '/kernel')

    def raw_bytes_elsewhere(file):
        file.create_dataset(kernel, (2, 10), 'f4', external=[('/etc/passwd', 0, 80)])

    def virtual(file):
        layout = h5py.VirtualLayout((2, 10), 'f4')
        layout[:] = h5py.VirtualSource('other.h5', 'kernel', (2, 10))
        file.create_virtual_dataset(kernel, layout)

    def texts(file):
        file.create_dataset(kernel, data=np.full((2, 10), b'text'))

    def halves(file):
        file.create_dataset(kernel, (2, 10), 'f2')

    def round_in_circles(file):
        file[kernel] = h5py.SoftLink('/' + kernel)

    for put in (
        ten_gigabytes,
        one_great_chunk,
        another_file,
        raw_bytes_elsewhere,
        virtual,
        texts,
        halves,
        round_in_circles,
    ):
        trap('trap-' + put.__name__.replace('_', '-') + '.h5', put)


def path(name):
    return os.path.join(FOLDER, name)


def main():
    os.makedirs(FOLDER, exist_ok=True)
    recorded = {}
    for version, k in ((2, tf_keras), (3, keras)):
        for make in (classic, rows, varied, nested):
            k.utils.set_random_seed(11)
            model = make(k)
            scale = 1 if make.__name__ in OF_BYTES else 1 / 255
            train(model, scale)
            if make is not classic:
                # Half of a file would be the state of its optimiser.
                model.compile(optimizer='sgd', loss=model.loss)
            name = f'{make.__name__}-keras{version}'
            for ending in ('.h5', '.keras'):
                if (version, ending) == (2, '.keras') and make is not classic:
                    continue
                model.save(path(name + ending))
            if make is classic:
                weights = 'classic-keras2-weights.h5' if version == 2 else 'classic-keras3.weights.h5'
                model.save_weights(path(weights))
            recorded[name] = {
                'scale': scale,
                'probabilities': probabilities(model, scale),
            }
    code()
    traps()
    with open(path('recorded.json'), 'w') as file:
        json.dump(recorded, file)
        file.write('\n')


if __name__ == '__main__':
    main()
