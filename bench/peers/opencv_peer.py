"""OpenCV at reading pictures. See job.py for the argument; prints one figure a line."""
import time
from pathlib import Path

import cv2

import job as j


def read_all(folder):
    """Pictures a second, and seconds of the processor, to grey of 28x28; the list of files is not timed."""
    files = sorted(str(path) for path in Path(folder).rglob("*.jpg"))

    def read():
        for file in files:
            picture = cv2.imread(file, cv2.IMREAD_GRAYSCALE)
            cv2.resize(picture, (28, 28), interpolation=cv2.INTER_AREA)

    used = time.process_time()
    seconds = j.seconds_of(read)
    return len(files) / seconds, time.process_time() - used


if __name__ == "__main__":
    for given in j.read_job()["folders"]:
        rate, processor = read_all(given["folder"])
        for setting in given["settings"]:
            j.say("OpenCV", setting, "images/s", rate)
        for setting in given["processorSettings"]:
            j.say("OpenCV", setting, "s", processor)
