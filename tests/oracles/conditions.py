"""Condition numbers and largest learning rates of squared-error models on the data sets, by NumPy: writes conditions.txt.

The Hessian of J is ΦᵀΦ/m, Φ having a row for each of the m rows and a column for each parameter. Its eigenvalues are the
squares of the singular values of Φ/√m, which NumPy finds without forming ΦᵀΦ.
"""

import pathlib

import numpy as np

HERE = pathlib.Path(__file__).parent
DATA = HERE.parent.parent / "data"


def read(name):
    table = np.loadtxt(DATA / f"{name}.csv", delimiter=",", comments="#")
    return table[:, :-1]


def standardised(x):
    return (x - x.mean(0)) / x.std(0)


def columns(x, degree):
    powers = x if degree is None else np.column_stack([x[:, 0] ** power for power in range(1, degree + 1)])
    return np.column_stack([powers, np.ones(len(x))])


def line(name, phi):
    largest, *_, smallest = np.linalg.svd(phi / np.sqrt(len(phi)), compute_uv=False)
    return f"{name} {(largest / smallest) ** 2:.15g} {2 / largest**2:.15g}"


lines = []
for name in ["houses", "penguins", "engel", "stopping", "orings", "xor", "circles"]:
    x = read(name)
    for degree in [None] if x.shape[1] > 1 else [None, 2, 3, 5]:
        model = "line" if degree is None else f"polynomial-{degree}"
        lines.append(line(f"{name}-{model}-measured", columns(x, degree)))
        lines.append(line(f"{name}-{model}-standardised", columns(standardised(x), degree)))
(HERE / "conditions.txt").write_text("\n".join(lines) + "\n")
