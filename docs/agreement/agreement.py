"""Trains the same network with the methods of mtlbench and of LibMTL, and compares.

MultiMNIST on hps: the same images, initial parameters, batch order, Adam, constant learning rate
and epochs for both; several seeds, one thread. Both report the test accuracy after the last epoch.
LibMTL's architecture HPS and its weightings are imported from a checkout and run unchanged in a
training loop of this script; its Trainer is not used. Empty modules stand in for cvxpy, qpsolvers
and torch_geometric, which none of the compared weightings call.

    git clone https://github.com/median-research-group/LibMTL.git
    /usr/bin/python3 docs/agreement/agreement.py --libmtl LibMTL --data DIR

DIR holds MNIST, as for `./mtlbench run multimnist`. Needs PyTorch (Debian: python3-torch). Writes
the runs to --out, and docs/agreement.md if --page is given. `--examples 2560 --epochs 1 --seeds 2`
is a trial of a few minutes. Times per step need an idle machine; --times takes them from another run.
"""

import argparse
import gzip
import json
import math
import os
import pathlib
import random
import statistics
import subprocess
import sys
import time
import types
import warnings

os.environ.setdefault("OMP_NUM_THREADS", "1")

# NumPy warns that subnormal numbers are flushed to zero.
warnings.filterwarnings("ignore", message="The value of the smallest subnormal")

import numpy as np
import torch
import torch.nn.functional as F
from torch import nn

ROOT = pathlib.Path(__file__).resolve().parents[2]
BATCH, RATE, VALIDATION, CLASSES = 256, 1e-3, 256, 10
MEAN, DEVIATION = 0.1307, 0.3081  # of MNIST's pixels, as in the dataset here
TASKS = ["left", "right"]

# Quantiles 0.975 of Student's t by degrees of freedom.
STUDENT = {1: 12.706, 2: 4.303, 3: 3.182, 4: 2.776, 5: 2.571, 6: 2.447, 7: 2.365, 8: 2.306, 9: 2.262}

# Name in the table: id and config here, class and arguments of the weighting there.
METHODS = {
    "LS": ("ls", {"weights": [1, 1]}, "EW", {}),
    "MGDA": ("mgda", {"task-steps": "unscaled", "optimiser": "adam"}, "MGDA", {"mgda_gn": "none"}),
    "PCGrad": ("pcgrad", {}, "PCGrad", {}),
    "UW": ("uw", {}, "UW", {}),
    "DWA": ("dwa", {}, "DWA", {"T": 2.0}),
    "GradVac": ("gradvac", {}, "GradVac", {"GradVac_beta": 0.5, "GradVac_group_type": 0}),
    "IMTL": ("imtl", {}, "IMTL", {}),
    "DB-MTL": ("db-mtl", {}, "DB_MTL", {"DB_beta": 0.9, "DB_beta_sigma": 0}),
}


# ---- here

def matrix(options):
    """The matrix file of the runs, as YAML (which includes JSON)."""
    training = {
        "epochs": options.epochs,
        "batch-size": BATCH,
        "learning-rate": RATE,
        "schedule": "constant",
        "initialisation": "pytorch",
        "selection": "last",
    }
    return {
        "name": "agreement",
        "datasets": [
            {
                "id": "multimnist",
                "config": {"train-size": options.examples, "validation-size": VALIDATION},
            }
        ],
        "architectures": ["hps"],
        "methods": [
            {"id": name, "label": label, "config": {**training, **config}}
            for label, (name, config, _, _) in METHODS.items()
        ],
        "seeds": list(range(options.seeds)),
    }


def run_here(options):
    """Accuracy, loss of the first epoch and milliseconds per step by (method, seed)."""
    out = options.out / "here"
    file = options.out / "agreement.json"
    file.write_text(json.dumps(matrix(options), indent=1))
    command = [str(ROOT / "mtlbench"), "run", str(file), "--out", str(out)]
    command += ["--data-dir", str(options.data), "--unverified-data"]
    command += ["--slots", "1", "--threads", "1", "--device", "cpu"]
    subprocess.run(command, check=True)
    results = {}
    for record in sorted((out / "cells").glob("*.json")):
        cell = json.loads(record.read_text())
        if cell["status"] != "done":
            sys.exit(f"{cell['label']}, seed {cell['seed']}: {cell['status']}")
        accuracies = [cell["test"]["scores"][task]["accuracy"] for task in TASKS]
        epochs = epochs_of(out / "events", cell["id"])
        losses = epochs[0]["losses"]
        results[cell["label"], cell["seed"]] = (
            statistics.mean(accuracies),
            statistics.mean(losses[task] for task in TASKS),
            step_time([epoch["seconds"] for epoch in epochs], options),
        )
    return results


def epochs_of(folder, cell):
    (file,) = folder.glob(cell + ".jsonl*")
    text = gzip.open(file, "rt") if file.suffix == ".gz" else open(file)
    with text:
        events = [json.loads(line) for line in text]
    return [event for event in events if event["event"] == "epoch-ended"]


def step_time(seconds, options):
    """Milliseconds per step: the median of the epochs, without the first one if there are more."""
    steps = math.ceil(options.examples / BATCH)
    return 1000 * statistics.median(seconds[1:] or seconds) / steps


# ---- there

def export(options):
    folder = options.out / "start"
    command = ["java", "-Dai.djl.offline=true", "-Dai.djl.pytorch.num_threads=1"]
    command += ["-cp", str(ROOT / "harness-core/cli/target/app/lib/*")]
    command += [str(ROOT / "docs/agreement/Export.java"), str(folder), str(options.data)]
    command += [str(n) for n in (options.examples, VALIDATION, options.epochs, options.seeds)]
    subprocess.run(command, check=True)
    return folder


def libmtl(options):
    for name in ("cvxpy", "qpsolvers", "torch_geometric", "torch_geometric.nn"):
        sys.modules[name] = types.ModuleType(name)
    for missing in ("solve_qp",):
        setattr(sys.modules["qpsolvers"], missing, None)
    sys.path.insert(0, str(options.libmtl))
    # Not `import LibMTL`, which also imports its Trainer.
    package = types.ModuleType("LibMTL")
    package.__path__ = [str(options.libmtl / "LibMTL")]
    sys.modules["LibMTL"] = package
    import LibMTL.weighting as weightings
    from LibMTL.architecture.HPS import HPS

    return HPS, weightings


class Trunk(nn.Sequential):
    def __init__(self):
        super().__init__(
            nn.Conv2d(1, 10, 5),
            nn.MaxPool2d(2),
            nn.ReLU(),
            nn.Conv2d(10, 20, 5),
            nn.MaxPool2d(2),
            nn.ReLU(),
            nn.Flatten(),
            nn.Linear(320, 50),
            nn.ReLU(),
        )


def read(folder, split):
    images = torch.from_numpy(np.fromfile(folder / f"{split}-images", np.uint8))
    labels = [
        torch.from_numpy(np.fromfile(folder / f"{split}-labels-{t}", np.int64))
        for t in range(len(TASKS))
    ]
    return images.reshape(-1, 28, 28, 1), labels


def prepare(images):
    return ((images.float() / 255 - MEAN) / DEVIATION).permute(0, 3, 1, 2)


def start(model, folder, seed):
    """Writes the exported parameters into the trunk and the heads."""
    values = torch.from_numpy(np.fromfile(folder / f"parameters-{seed}", np.float32))
    parameters = list(model.encoder.parameters())
    for task in TASKS:
        parameters += list(model.decoders[task].parameters())
    with torch.no_grad():
        for parameter, part in zip(parameters, values.split([p.numel() for p in parameters])):
            parameter.copy_(part.reshape(parameter.shape))


def check_start(model, folder, seed, images):
    with torch.no_grad():
        outputs = model(prepare(images[:64]))
    for t, task in enumerate(TASKS):
        expected = np.fromfile(folder / f"outputs-{seed}-{t}", np.float32).reshape(64, CLASSES)
        difference = float(np.abs(outputs[task].numpy() - expected).max())
        if difference > 1e-4:
            sys.exit(f"the networks differ by {difference} before training")


def train_there(label, seed, HPS, weightings, folder, train, test, options):
    _, _, weighting, arguments = METHODS[label]
    torch.manual_seed(seed)
    random.seed(seed)
    # As LibMTL's Trainer combines them.
    kind = type("Model", (HPS, getattr(weightings, weighting)), {})
    decoders = nn.ModuleDict({task: nn.Linear(50, CLASSES) for task in TASKS})
    model = kind(TASKS, Trunk, decoders, False, False, torch.device("cpu"))
    model.init_param()
    start(model, folder, seed)
    check_start(model, folder, seed, test[0])
    optimiser = torch.optim.Adam(model.parameters(), lr=RATE)
    orders = np.fromfile(folder / f"order-{seed}", np.int32).reshape(options.epochs, -1)
    images, labels = train
    model.train_loss_buffer = np.zeros([len(TASKS), options.epochs])
    seconds = []
    for epoch in range(options.epochs):
        model.epoch = epoch
        begun = time.perf_counter()
        order = torch.from_numpy(orders[epoch].astype(np.int64))
        sums = torch.zeros(len(TASKS))
        for positions in order.split(BATCH):
            outputs = model(prepare(images[positions]))
            losses = torch.stack(
                [F.cross_entropy(outputs[t], labels[i][positions]) for i, t in enumerate(TASKS)]
            )
            sums += losses.detach() * len(positions)
            optimiser.zero_grad(set_to_none=False)
            model.backward(losses, **arguments)
            optimiser.step()
        model.train_loss_buffer[:, epoch] = (sums / len(order)).numpy()
        seconds.append(time.perf_counter() - begun)
    with torch.no_grad():
        right = [0.0] * len(TASKS)
        for positions in torch.arange(len(test[0])).split(1000):
            outputs = model(prepare(test[0][positions]))
            for i, t in enumerate(TASKS):
                right[i] += (outputs[t].argmax(1) == test[1][i][positions]).sum().item()
    accuracy = sum(right) / len(TASKS) / len(test[0])
    return accuracy, float(model.train_loss_buffer[:, 0].mean()), step_time(seconds, options)


def run_there(options):
    torch.set_num_threads(1)
    torch.set_flush_denormal(True)
    folder = export(options)
    HPS, weightings = libmtl(options)
    train, test = read(folder, "train"), read(folder, "test")
    results = {}
    for label in METHODS:
        for seed in range(options.seeds):
            found = train_there(label, seed, HPS, weightings, folder, train, test, options)
            results[label, seed] = found
            print(f"LibMTL {label}, seed {seed}: {100 * found[0]:.2f} %, {found[2]:.1f} ms/step")
    return results


# ---- table

def interval(values):
    """Mean and half-width of the 95 % interval (Student's t)."""
    n = len(values)
    half = STUDENT[n - 1] * statistics.stdev(values) / math.sqrt(n) if n > 1 else math.nan
    return statistics.mean(values), half


def plus_minus(values):
    mean, half = interval(values)
    return f"{mean:.2f}" if math.isnan(half) else f"{mean:.2f} ± {half:.2f}"


def read_results(folder):
    """Results here and there, by (method, seed), of an earlier run."""
    lines = json.loads((folder / "results.json").read_text())
    return [{(l["method"], l["seed"]): l[side] for l in lines} for side in ("here", "libmtl")]


def table(here, there, times, options):
    lines = [
        "| method | here % | LibMTL % | difference | in the interval | loss of epoch 1, here"
        " | LibMTL | ms per step, here | LibMTL |",
        "|---|---:|---:|---:|---|---:|---:|---:|---:|",
    ]
    for label in METHODS:
        seeds = range(options.seeds)
        ours = [100 * here[label, s][0] for s in seeds]
        theirs = [100 * there[label, s][0] for s in seeds]
        differences = [a - b for a, b in zip(ours, theirs)]
        mean, half = interval(differences)
        columns = [label, plus_minus(ours), plus_minus(theirs), plus_minus(differences)]
        columns.append("" if math.isnan(half) else "yes" if abs(mean) <= half else "**no**")
        for results in (here, there):
            columns.append(f"{statistics.mean(results[label, s][1] for s in seeds):.4f}")
        for results in times:
            found = statistics.mean(result[2] for (m, _), result in results.items() if m == label)
            columns.append(f"{found:.1f}")
        lines.append("| " + " | ".join(columns) + " |")
    return "\n".join(lines) + "\n"


def page(text, options):
    """Writes the table and the settings into docs/agreement.md."""
    file = ROOT / "docs" / "agreement.md"
    settings = (
        f"{options.seeds} seeds, {options.examples:,} training images, {options.epochs} epochs"
        f" of {math.ceil(options.examples / BATCH)} steps, PyTorch {torch.__version__} for LibMTL.\n\n"
    )
    begin, end = "<!-- generated: agreement -->\n", "<!-- end -->"
    before, rest = file.read_text().split(begin)
    after = rest.split(end, 1)[1]
    file.write_text(before + begin + settings + text + end + after)


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n")[0])
    parser.add_argument("--libmtl", type=pathlib.Path, required=True, help="checkout of LibMTL")
    parser.add_argument("--data", type=pathlib.Path, required=True, help="folder with MNIST")
    parser.add_argument("--out", type=pathlib.Path, default=pathlib.Path("agreement-runs"))
    parser.add_argument("--examples", type=int, default=25_600)
    parser.add_argument("--epochs", type=int, default=6)
    parser.add_argument("--seeds", type=int, default=5, choices=range(1, len(STUDENT) + 2))
    parser.add_argument("--times", type=pathlib.Path, metavar="RUNS",
                        help="take the milliseconds per step from this --out of another run")
    parser.add_argument("--page", action="store_true", help="write docs/agreement.md")
    options = parser.parse_args()
    options.out.mkdir(parents=True, exist_ok=True)
    here = run_here(options)
    there = run_there(options)
    lines = [
        {"method": m, "seed": s, "here": here[m, s], "libmtl": there[m, s]} for m, s in sorted(there)
    ]
    (options.out / "results.json").write_text(json.dumps(lines, indent=1))
    times = read_results(options.times) if options.times else [here, there]
    text = table(here, there, times, options)
    print(text)
    if options.page:
        page(text, options)


if __name__ == "__main__":
    main()
