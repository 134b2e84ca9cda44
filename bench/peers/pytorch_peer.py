"""PyTorch at the project's network, in both memory formats. See job.py for the argument; prints one figure a line."""
import warnings

import torch
from torch import nn

import job as j

# Lazy layers find out their input's size by themselves, and warn that they do.
warnings.filterwarnings("ignore", message="Lazy modules")

FORMATS = {"PyTorch": torch.contiguous_format, "PyTorch channels_last": torch.channels_last}


def layers_of(network):
    flat = False
    for layer in network["layers"]:
        kind = layer["kind"]
        if kind == "conv":
            yield nn.LazyConv2d(layer["filters"], layer["kernel"])
        elif kind == "max-pool":
            yield nn.MaxPool2d(layer["size"])
        elif kind == "batch-norm":
            yield (nn.LazyBatchNorm1d if flat else nn.LazyBatchNorm2d)(eps=1e-3, momentum=0.01)
        elif kind == "flatten":
            flat = True
            yield nn.Flatten()
        elif kind == "dropout":
            yield nn.Dropout(layer["rate"])
        else:
            yield nn.LazyLinear(layer["units"])
        # The loss takes logits, so there is no softmax in the model.
        if layer.get("activation") == "relu":
            yield nn.ReLU()


class Subject:
    def __init__(self, network, memory_format):
        self.format = memory_format
        height, width, channels = network["input"]
        model = nn.Sequential(*layers_of(network))
        model.eval()(torch.zeros(1, channels, height, width))
        self.model = model.to(memory_format=memory_format)
        self.adam = torch.optim.Adam(self.model.parameters(), lr=0.001, fused=True)

    def tensor(self, pictures):
        return torch.from_numpy(pictures).permute(0, 3, 1, 2).contiguous(memory_format=self.format)

    def one_pass(self, pictures, digits, batch):
        self.model.train()
        for begin in range(0, len(digits), batch):
            part = slice(begin, begin + batch)
            loss = nn.functional.cross_entropy(self.model(pictures[part]), digits[part])
            self.adam.zero_grad()
            loss.backward()
            self.adam.step()
            # A person who trains wants to see the loss; ours is read at every step too.
            loss.item()

    @torch.inference_mode()
    def read(self, pictures):
        self.model.eval()
        return self.model(pictures).softmax(1).numpy()


def train(job):
    for name, memory_format in FORMATS.items():
        subject = Subject(job["network"], memory_format)
        pictures, digits = j.noise(job["images"], job["seed"])
        pictures, digits = subject.tensor(pictures), torch.from_numpy(digits)
        for batch in j.TRAIN_BATCHES:
            subject.one_pass(pictures[: j.WARM_UP], digits[: j.WARM_UP], batch)
            seconds = j.seconds_of(lambda: subject.one_pass(pictures, digits, batch))
            j.say(name, f"batch {batch}", "images/s", len(digits) / seconds)


def infer(job):
    for name, memory_format in FORMATS.items():
        subject = Subject(job["network"], memory_format)
        pictures = subject.tensor(j.noise(1024, job["seed"])[0])
        for count, times in j.INFER_BATCHES:
            j.seconds_of(lambda: subject.read(pictures[:count]), 3)
            seconds = j.seconds_of(lambda: subject.read(pictures[:count]), times)
            j.say(name, j.say_images(count), "images/s", count * times / seconds)


def memory(job):
    """One epoch on 48,000 pictures and a look at 12,000, in the default format."""
    subject = Subject(job["network"], torch.contiguous_format)
    pictures, digits = j.mnist(job["mnist"], "train")
    pictures, digits = subject.tensor(pictures), torch.from_numpy(digits)
    order = torch.randperm(48_000)
    for begin in range(0, len(order), 32):
        part = order[begin : begin + 32]
        subject.one_pass(pictures[part], digits[part], 32)
    for begin in range(48_000, 60_000, 512):
        subject.read(pictures[begin : begin + 512])
    j.say_peak_memory("PyTorch")


def start(job):
    subject = Subject(job["network"], torch.contiguous_format)
    subject.read(subject.tensor(j.noise(1, 1)[0]))


WAYS = {"train": train, "infer": infer, "memory": memory, "start": start}

if __name__ == "__main__":
    given = j.read_job()
    WAYS[given["what"]](given)
