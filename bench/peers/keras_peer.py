"""Keras at the project's network. See job.py for the argument; prints one figure a line."""
import os

os.environ["TF_CPP_MIN_LOG_LEVEL"] = "3"
import sys
import time

import keras
import tensorflow as tf

import job as j

LAYERS = {
    "conv": lambda layer: keras.layers.Conv2D(layer["filters"], layer["kernel"], activation=layer["activation"]),
    "max-pool": lambda layer: keras.layers.MaxPooling2D(layer["size"]),
    "batch-norm": lambda layer: keras.layers.BatchNormalization(),
    "flatten": lambda layer: keras.layers.Flatten(),
    "dropout": lambda layer: keras.layers.Dropout(layer["rate"]),
    "dense": lambda layer: keras.layers.Dense(layer["units"], activation=layer["activation"]),
}


def build(network):
    layers = [LAYERS[layer["kind"]](layer) for layer in network["layers"]]
    model = keras.Sequential([keras.Input(tuple(network["input"])), *layers])
    model.compile(keras.optimizers.Adam(0.001), "sparse_categorical_crossentropy", metrics=["accuracy"])
    return model


def train(job):
    model = build(job["network"])
    pictures, digits = j.noise(job["images"], job["seed"])

    def one_pass(count, batch):
        model.fit(pictures[:count], digits[:count], batch_size=batch, verbose=0)

    for batch in j.TRAIN_BATCHES:
        one_pass(j.WARM_UP, batch)
        seconds = j.seconds_of(lambda: one_pass(len(digits), batch))
        j.say("Keras fit()", f"batch {batch}", "images/s", len(digits) / seconds)


def infer(job):
    model = build(job["network"])
    pictures, _ = j.noise(1024, job["seed"])
    compiled = tf.function(lambda batch: model(batch, training=False))
    ways = {
        "Keras predict()": (lambda batch: model.predict(batch, batch_size=len(batch), verbose=0), 0.25),
        "Keras tf.function": (lambda batch: compiled(batch).numpy(), 1),
    }
    for count, times in j.INFER_BATCHES:
        batch = pictures[:count]
        for name, (way, share) in ways.items():
            often = max(1, int(times * share))
            j.seconds_of(lambda: way(batch), 3)
            seconds = j.seconds_of(lambda: way(batch), often)
            j.say(name, j.say_images(count), "images/s", count * often / seconds)


def memory(job):
    pictures, digits = j.mnist(job["mnist"], "train")
    build(job["network"]).fit(pictures, digits, batch_size=32, validation_split=0.2, verbose=0)
    j.say_peak_memory("Keras fit()")


def start(job):
    build(job["network"]).predict(j.noise(1, 1)[0], verbose=0)


class Curve(keras.callbacks.Callback):
    """Test accuracy after each epoch, with the seconds of training that it took; testing does not count."""

    def __init__(self, pictures, digits):
        super().__init__()
        self.pictures, self.digits = pictures, digits
        self.points, self.begin, self.tested = [], 0.0, 0.0

    def on_train_begin(self, logs=None):
        self.begin = time.perf_counter()

    def on_epoch_end(self, epoch, logs=None):
        now = time.perf_counter()
        guesses = self.model.predict(self.pictures, batch_size=1000, verbose=0).argmax(axis=1)
        accuracy = float((guesses == self.digits).mean())
        self.points.append((now - self.begin - self.tested, accuracy))
        self.tested += time.perf_counter() - now
        print(f"  Keras epoch {epoch + 1}: {self.points[-1][0]:.0f} s, test {accuracy:.2%}", file=sys.stderr)


def accuracy(job):
    """The classic recipe: batch 32, Adam 0.001, halved after 5 epochs without gain, stopped after 10."""
    keras.utils.set_random_seed(job["seed"])
    pictures, digits = j.mnist(job["mnist"], "train")
    order = j.np.random.default_rng(job["seed"]).permutation(len(digits))
    chosen, held = order[:48_000], order[48_000:]
    curve = Curve(*j.mnist(job["mnist"], "t10k"))
    build(job["network"]).fit(
        pictures[chosen],
        digits[chosen],
        batch_size=32,
        epochs=job["epochs"],
        validation_data=(pictures[held], digits[held]),
        callbacks=[
            keras.callbacks.ReduceLROnPlateau(factor=0.5, patience=5, min_lr=1e-7),
            keras.callbacks.EarlyStopping(patience=10, restore_best_weights=True),
            curve,
        ],
        verbose=0,
    )
    seconds, best = max(curve.points, key=lambda point: (point[1], -point[0]))
    j.say("Keras classic", "test accuracy", "%", best * 100)
    j.say("Keras classic", "training to that", "s", seconds)
    reached = [taken for taken, share in curve.points if share >= 0.993]
    if reached:
        j.say("Keras classic", "training to 99.3 %", "s", reached[0])


WAYS = {"train": train, "infer": infer, "memory": memory, "start": start, "accuracy": accuracy}

if __name__ == "__main__":
    given = j.read_job()
    WAYS[given["what"]](given)
