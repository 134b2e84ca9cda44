"""What the scripts of all peers share: the job, MNIST's files, the clock, and how figures are said.

A job is one JSON object, the only argument of a script: `what` to measure, the `network` as
src/model/network.ts has it, `images` of a pass, `epochs` at most, a `seed`, the folder of `mnist`.
"""
import json
import resource
import sys
import time
from pathlib import Path

import numpy as np

TRAIN_BATCHES = (32, 128, 256)
# images at once, and how often
INFER_BATCHES = ((1, 300), (32, 80), (256, 40), (1024, 20))
WARM_UP = 512


def read_job():
    return json.loads(sys.argv[1])


def say(subject, setting, unit, value):
    print(json.dumps({"subject": subject, "setting": setting, "unit": unit, "value": value}), flush=True)


def say_images(count):
    return "1 image" if count == 1 else f"{count} images"


def seconds_of(work, times=1):
    begin = time.perf_counter()
    for _ in range(times):
        work()
    return time.perf_counter() - begin


def noise(count, seed):
    """Random pictures, count x 28 x 28 x 1 in 0..1, and random digits."""
    numbers = np.random.default_rng(seed)
    return numbers.random((count, 28, 28, 1), np.float32), numbers.integers(0, 10, count)


def mnist(folder, part):
    """The pictures (n x 28 x 28 x 1 in 0..1) and digits of `train` or `t10k`; IDX headers are 16 and 8 bytes."""
    pictures = np.fromfile(Path(folder, f"{part}-images-idx3-ubyte"), np.uint8)[16:]
    digits = np.fromfile(Path(folder, f"{part}-labels-idx1-ubyte"), np.uint8)[8:]
    floats = pictures.reshape(-1, 28, 28, 1).astype(np.float32)
    # In place: a second copy would stand in the peak of memory.
    floats /= 255
    return floats, digits.astype(np.int64)


def say_peak_memory(subject):
    # Linux counts in units of 1024 bytes, macOS in bytes.
    unit = 1 if sys.platform == "darwin" else 1024
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit
    say(subject, "one epoch at batch 32", "MB", peak / 1e6)
