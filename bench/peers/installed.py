"""Says which of the peers this Python has, with their versions, as one JSON object."""
import json
from importlib.metadata import PackageNotFoundError, version

found = {}
for package in (
    "keras",
    "tensorflow",
    "tensorflow-cpu",
    "torch",
    "opencv-python",
    "opencv-python-headless",
    "opencv-contrib-python",
):
    try:
        found[package] = version(package)
    except PackageNotFoundError:
        pass
print(json.dumps(found))
