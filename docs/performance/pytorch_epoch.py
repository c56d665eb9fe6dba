"""Seconds of an epoch of MultiMNIST's networks in plain PyTorch, channels last, one thread.

The same networks, batches, losses and optimisers as docs/matrices/speed.yaml: 50,000 training
images in batches of 256 and 10,000 for validation, as bytes that become float32 batch by batch.
Pixels and labels are random, which costs the same. Run it as

    OMP_NUM_THREADS=1 python3 pytorch_epoch.py [ls-hps ls-mdmtn mgda-hps mtan-hps kdmtl-hps]
"""

import sys
import time

import torch
import torch.nn.functional as F
from torch import nn

torch.set_num_threads(1)
torch.manual_seed(0)
torch.set_flush_denormal(True)
BATCH, TRAIN, VALIDATION, EPOCHS = 256, 50_000, 10_000, 3


def data(count):
    images = torch.randint(0, 256, (count, 28, 28, 1), dtype=torch.uint8)
    return images, [torch.randint(0, 10, (count,)) for _ in range(2)]


def prepare(images):
    return ((images.float() / 255 - 0.5) / 0.5).permute(0, 3, 1, 2)


class Stage(nn.Sequential):
    def __init__(self, inputs, outputs):
        super().__init__(nn.Conv2d(inputs, outputs, 5), nn.MaxPool2d(2), nn.ReLU())


class Hps(nn.Module):
    def __init__(self, tasks=2):
        super().__init__()
        self.stages = nn.ModuleList(
            [
                Stage(1, 10),
                Stage(10, 20),
                nn.Sequential(nn.Flatten(), nn.Linear(320, 50), nn.ReLU()),
            ]
        )
        self.heads = nn.ModuleList([nn.Linear(50, 10) for _ in range(tasks)])

    def trunk(self, x):
        for stage in self.stages:
            x = stage(x)
        return x

    def forward(self, x):
        feature = self.trunk(x)
        return [F.log_softmax(head(feature), 1) for head in self.heads]


class Mdmtn(Hps):
    def __init__(self):
        super().__init__()
        self.monitors = nn.ModuleList(
            [
                nn.Sequential(Stage(1, 20), nn.Flatten(), nn.Linear(2880, 50), nn.ReLU())
                for _ in range(2)
            ]
        )
        self.alphas = nn.ParameterList([nn.Parameter(torch.tensor([1.0, 0.0])) for _ in range(2)])

    def forward(self, x):
        shared = self.trunk(x)
        outputs = []
        for head, monitor, alpha in zip(self.heads, self.monitors, self.alphas):
            outputs.append(F.log_softmax(head(alpha[0] * shared + alpha[1] * monitor(x)), 1))
        return outputs


class Mtan(Hps):
    def __init__(self):
        super().__init__()
        self.attention = nn.ModuleList(
            [
                nn.ModuleList(
                    [
                        nn.Sequential(
                            nn.Conv2d(10, 10, 1),
                            nn.ReLU(),
                            nn.Conv2d(10, 20, 5),
                            nn.MaxPool2d(2),
                            nn.Sigmoid(),
                        ),
                        nn.Sequential(
                            nn.Flatten(),
                            nn.Linear(320, 320),
                            nn.ReLU(),
                            nn.Linear(320, 50),
                            nn.Sigmoid(),
                        ),
                    ]
                )
                for _ in range(2)
            ]
        )

    def forward(self, x):
        given = []
        for stage in self.stages:
            x = stage(x)
            given.append(x)
        outputs = []
        for modules, head in zip(self.attention, self.heads):
            attended = given[0]
            for module, stage in zip(modules, given[1:]):
                attended = stage * module(attended)
            outputs.append(F.log_softmax(head(attended), 1))
        return outputs


def losses(outputs, targets):
    return [F.nll_loss(output, target) for output, target in zip(outputs, targets)]


class Weighted:
    def __init__(self, model):
        self.model = model.to(memory_format=torch.channels_last)
        self.optimiser = torch.optim.Adam(self.model.parameters(), lr=1e-3)

    def step(self, x, targets):
        values = losses(self.model(x), targets)
        for value in values:
            value.item()
        self.optimiser.zero_grad()
        (0.5 * values[0] + 0.5 * values[1]).backward()
        self.optimiser.step()


class Mgda(Weighted):
    """Min-norm point of two gradients of the trunk; heads scaled with the tasks' weights."""

    def __init__(self, model):
        super().__init__(model)
        self.optimiser = torch.optim.SGD(self.model.parameters(), lr=1e-2, momentum=0.9)

    def step(self, x, targets):
        values = losses(self.model(x), targets)
        trunk = list(self.model.stages.parameters())
        heads = [list(head.parameters()) for head in self.model.heads]
        rows = []
        for task, value in enumerate(values):
            value.item()
            found = torch.autograd.grad(value, trunk + heads[task], retain_graph=task == 0)
            rows.append(torch.cat([g.reshape(-1) for g in found[: len(trunk)]]))
            for parameter, gradient in zip(heads[task], found[len(trunk) :]):
                parameter.grad = gradient
        difference = rows[1] - rows[0]
        share = ((rows[1] @ difference) / (difference @ difference)).clamp(0, 1).item()
        direction = share * rows[0] + (1 - share) * rows[1]
        start = 0
        for parameter in trunk:
            size = parameter.numel()
            parameter.grad = direction[start : start + size].view_as(parameter)
            start += size
        for parameters, weight in zip(heads, (share, 1 - share)):
            for parameter in parameters:
                parameter.grad *= weight
        self.optimiser.step()


class Kdmtl(Weighted):
    def __init__(self, model):
        super().__init__(model)
        self.teachers = [Hps(1).to(memory_format=torch.channels_last).eval() for _ in range(2)]
        self.adaptors = nn.ModuleList(
            [nn.Sequential(nn.Linear(50, 50), nn.ReLU()) for _ in range(2)]
        )
        self.adapting = torch.optim.Adam(self.adaptors.parameters(), lr=1e-4, weight_decay=5e-4)

    def step(self, x, targets):
        feature = self.model.trunk(x)
        outputs = [F.log_softmax(head(feature), 1) for head in self.model.heads]
        values = losses(outputs, targets)
        for value in values:
            value.item()
        distance = 0
        for teacher, adaptor in zip(self.teachers, self.adaptors):
            with torch.no_grad():
                taught = F.normalize(teacher.trunk(x))
            difference = F.normalize(adaptor(feature)) - taught
            distance = distance + 0.025 * difference.square().sum(1).mean()
        self.optimiser.zero_grad()
        self.adapting.zero_grad()
        (values[0] + values[1] + distance).backward()
        self.optimiser.step()
        self.adapting.step()


TRAINERS = {
    "ls-hps": lambda: Weighted(Hps()),
    "ls-mdmtn": lambda: Weighted(Mdmtn()),
    "mgda-hps": lambda: Mgda(Hps()),
    "mtan-hps": lambda: Weighted(Mtan()),
    "kdmtl-hps": lambda: Kdmtl(Hps()),
}


def epoch(trainer, training, validation):
    images, targets = training
    order = torch.randperm(TRAIN)
    for start in range(0, TRAIN, BATCH):
        chosen = order[start : start + BATCH]
        trainer.step(prepare(images[chosen]), [target[chosen] for target in targets])
    images, targets = validation
    with torch.no_grad():
        for start in range(0, VALIDATION, BATCH):
            part = slice(start, start + BATCH)
            outputs = trainer.model(prepare(images[part]))
            for output, target in zip(outputs, targets):
                (output.argmax(1) == target[part]).sum().item()
                F.nll_loss(output, target[part]).item()


def main(names):
    training, validation = data(TRAIN), data(VALIDATION)
    for name in names or TRAINERS:
        trainer = TRAINERS[name]()
        seconds = []
        for _ in range(EPOCHS):
            start = time.perf_counter()
            epoch(trainer, training, validation)
            seconds.append(time.perf_counter() - start)
        print(name, torch.__version__, " ".join(f"{s:.2f}" for s in seconds), "s an epoch")


main(sys.argv[1:])
