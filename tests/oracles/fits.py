"""Minima of J for models on the data sets, by other programs: writes diabetes.csv and fits.txt."""

import pathlib

import numpy as np
import scipy.optimize
import sklearn.datasets
import statsmodels.api as sm

HERE = pathlib.Path(__file__).parent
DATA = HERE.parent.parent / "data"


def read(name):
    table = np.loadtxt(DATA / f"{name}.csv", delimiter=",", comments="#")
    return table[:, :-1], table[:, -1]


def standardised(x):
    return (x - x.mean(0)) / x.std(0)


def with_one(x):
    return np.column_stack([x, np.ones(len(x))])


def line(name, point, cost):
    return f"{name} {' '.join(f'{number:.15g}' for number in point)} | {cost:.15g}"


def squared(x, y):
    fit = sm.OLS(y, with_one(x)).fit(method="qr")
    return fit.params, (fit.resid**2).mean() / 2


def logistic(x, y):
    fit = sm.Logit(y, with_one(x)).fit(method="newton", tol=1e-15, maxiter=200, disp=0)
    return fit.params, -fit.llf / len(y)


def minimised(cost, start):
    found = scipy.optimize.minimize(cost, start, method="Nelder-Mead", options={"xatol": 1e-13, "fatol": 1e-15, "maxiter": 10**5, "maxfev": 10**5})
    return found.x, found.fun


def huber(x, y, delta):
    def cost(at):
        error = np.abs(with_one(x) @ at - y)
        return np.where(error <= delta, error**2 / 2, delta * (error - delta / 2)).mean()

    return minimised(cost, squared(x, y)[0])


def absolute(x, y):
    fit = sm.QuantReg(y, with_one(x)).fit(q=0.5, p_tol=1e-12, max_iter=100_000)
    return minimised(lambda at: np.abs(with_one(x) @ at - y).mean(), fit.params)


diabetes = sklearn.datasets.load_diabetes(scaled=False)
rows = np.column_stack([diabetes.data, diabetes.target])
text = "\n".join(",".join(f"{number:.10g}" for number in row) for row in rows)
(HERE / "diabetes.csv").write_text(f"# {','.join(diabetes.feature_names)},y\n{text}\n")

engel, orings, stopping = read("engel"), read("orings"), read("stopping")
x = engel[0][:, 0]
median = np.median(engel[1])
lines = [
    line("diabetes-standardised", *squared(standardised(diabetes.data), diabetes.target)),
    line("orings-logistic", *logistic(*orings)),
    line("engel-above-median-logistic", *logistic(engel[0], (engel[1] > median) * 1.0)),
    line("stopping-squares", *squared(np.column_stack([stopping[0], stopping[0] ** 2]), stopping[1])),
    line("engel-cubic", *squared(np.column_stack([x, x**2, x**3]), engel[1])),
    line("engel-huber-0.05", *huber(*engel, 0.05)),
    line("engel-absolute", *absolute(*engel)),
]
(HERE / "fits.txt").write_text("\n".join(lines) + "\n")
