"""Each program of a folder walks as the figure that gave it: by 1e-12 of the path's largest number, or of 1."""

import contextlib
import io
import pathlib
import runpy
import sys

import numpy as np

CLOSE = 1e-12


def compare(program):
    with contextlib.redirect_stdout(io.StringIO()), np.errstate(all="ignore"):
        walked = runpy.run_path(str(program))
    table = np.loadtxt(program.with_suffix(".csv"), delimiter=",", skiprows=1, ndmin=2)
    path = np.array(walked["path"])
    expected = table[:, 1 : 1 + path.shape[1]]
    if len(path) != len(expected):
        return f"{len(path) - 1} steps, not {len(expected) - 1}"
    apart = np.abs(path - expected) / max(1, np.abs(expected).max())
    worst = apart.max()
    return None if worst <= CLOSE else f"{worst:.1e} apart at iteration {apart.max(axis=1).argmax()}"


programs = sorted(pathlib.Path(sys.argv[1]).glob("*.py"))
failures = [(program, found) for program in programs if (found := compare(program))]
for program, found in failures:
    print(f"{program}: {found}")
print(f"{len(programs) - len(failures)} of {len(programs)} programs walk as their figures do")
sys.exit(bool(failures) or len(programs) < 40)
