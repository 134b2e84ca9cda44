"""Works out in Python what src/core says of predictions.json, by other people's libraries.

Needs scikit-learn, scipy and numpy:

    python3 -m venv venv && venv/bin/pip install scikit-learn scipy numpy
    venv/bin/python test/independent/agree.py              # writes expected.json beside itself
    venv/bin/python test/independent/agree.py FILE         # writes FILE

agreement.test.ts compares our values with expected.json to 1e-6, and runs this anew where the
Python of DIGITSCOPE_PYTHON, or python3, has the libraries. What is undefined is null.
"""

import base64
import json
import math
import sys
from pathlib import Path

import numpy as np
from scipy.stats import binomtest, chi2
from sklearn import metrics
from sklearn.neighbors import NearestNeighbors

DIGITS = list(range(10))
HERE = Path(__file__).parent


def main():
    record = json.loads((HERE / "predictions.json").read_text())
    labels = np.array(record["labels"])
    probabilities = floats(record["probabilities"])
    other = floats(record["otherProbabilities"])
    expected = {"parts": {}}
    for name, (start, end) in record["parts"].items():
        part = slice(start, end)
        expected["parts"][name] = {
            "evaluation": evaluation(labels[part], probabilities[part]),
            "calibration": calibration(labels[part], probabilities[part]),
            "coverage": [coverage(labels[part], probabilities[part], at) for at in record["thresholds"]],
            "comparison": comparison(labels[part], probabilities[part], other[part]),
        }
    expected["neighbours"] = neighbours(record)
    expected["spread"] = spread(record["times"])
    target = Path(sys.argv[1]) if len(sys.argv) > 1 else HERE / "expected.json"
    target.write_text(json.dumps(without_nan(expected), indent=1) + "\n")


def floats(text):
    return np.frombuffer(base64.b64decode(text), dtype="<f4").reshape(-1, 10).astype(np.float64)


def evaluation(labels, probabilities):
    answers = probabilities.argmax(axis=1)
    precision, recall, f1, count = metrics.precision_recall_fscore_support(
        labels, answers, labels=DIGITS, zero_division=np.nan
    )
    own = np.maximum(probabilities[np.arange(len(labels)), labels], 1e-7)
    return {
        "accuracy": metrics.accuracy_score(labels, answers),
        "macroAccuracy": np.nanmean(np.where(count > 0, recall, np.nan)),
        "loss": -np.log(own).mean(),
        "perClass": [
            {"digit": d, "count": count[d], "precision": precision[d], "recall": recall[d], "f1": f1[d]}
            for d in DIGITS
        ],
        "confusion": metrics.confusion_matrix(labels, answers, labels=DIGITS).tolist(),
    }


def calibration(labels, probabilities):
    """Naeini et al. 2015, Guo et al. 2017: ten equal-width bins, each without its lower edge."""
    confidence = probabilities.max(axis=1)
    right = probabilities.argmax(axis=1) == labels
    bins = []
    for lower, upper in zip(np.arange(10) / 10, np.arange(1, 11) / 10):
        inside = (confidence > lower) & (confidence <= upper)
        inside |= (lower == 0) & (confidence == 0)
        count = int(inside.sum())
        bins.append(
            {
                "from": lower,
                "to": upper,
                "count": count,
                "confidence": confidence[inside].mean() if count else math.nan,
                "accuracy": right[inside].mean() if count else math.nan,
            }
        )
    used = [b for b in bins if b["count"]]
    distances = np.array([abs(b["accuracy"] - b["confidence"]) for b in used])
    weights = np.array([b["count"] for b in used]) / len(labels)
    return {
        "bins": bins,
        "expectedError": (distances * weights).sum(),
        "largestError": distances.max(),
        "brier": ((probabilities - np.eye(10)[labels]) ** 2).sum(axis=1).mean(),
    }


def coverage(labels, probabilities, threshold):
    kept = probabilities.max(axis=1) >= threshold
    right = probabilities.argmax(axis=1) == labels
    return {
        "threshold": threshold,
        "coverage": kept.mean(),
        "accuracy": right[kept].mean() if kept.any() else math.nan,
        "kept": kept.sum(),
        "wrong": (kept & ~right).sum(),
    }


def comparison(labels, a, b):
    right_a = a.argmax(axis=1) == labels
    right_b = b.argmax(axis=1) == labels
    only_a = int((right_a & ~right_b).sum())
    only_b = int((right_b & ~right_a).sum())
    pairs = only_a + only_b
    if pairs == 0:
        test = {"statistic": math.nan, "p": 1, "method": "none"}
    elif pairs < 25:
        p = binomtest(only_a, pairs, 0.5).pvalue
        test = {"statistic": min(only_a, only_b), "p": p, "method": "exact"}
    else:
        statistic = max(0, abs(only_a - only_b) - 1) ** 2 / pairs
        test = {"statistic": statistic, "p": chi2.sf(statistic, 1), "method": "chi-squared"}
    return {
        "bothRight": (right_a & right_b).sum(),
        "onlyA": only_a,
        "onlyB": only_b,
        "neither": (~right_a & ~right_b).sum(),
        "mcNemar": test,
    }


def neighbours(record):
    """Distances of the nearest images, the image itself among them."""
    pixels = np.frombuffer(base64.b64decode(record["images"]), dtype=np.uint8).reshape(-1, 784)
    images = pixels / 255
    # Euclidean, said anew: scikit-learn's own takes norms and products, which leave the distance of an
    # image from itself further from zero than 1e-6.
    search = NearestNeighbors(
        n_neighbors=record["neighbours"],
        algorithm="brute",
        metric=lambda one, other: np.sqrt(((one - other) ** 2).sum()),
    )
    distances, indices = search.fit(images).kneighbors(images[record["asked"]])
    return {"distances": distances.tolist(), "indices": indices.tolist()}


def spread(times):
    return {
        "count": len(times),
        "median": np.median(times),
        "mean": np.mean(times),
        "p5": np.percentile(times, 5),
        "p95": np.percentile(times, 95),
        "lowest": np.min(times),
        "highest": np.max(times),
    }


def without_nan(value):
    if isinstance(value, dict):
        return {key: without_nan(item) for key, item in value.items()}
    if isinstance(value, list):
        return [without_nan(item) for item in value]
    if isinstance(value, str):
        return value
    number = value.item() if isinstance(value, np.generic) else value
    return None if isinstance(number, float) and math.isnan(number) else number


main()
