"""Accuracy and coverage on real series, beside seasonal naive, Naive2 and one library model (AutoETS).

Run with `python benchmarks/forecast_accuracy.py [folder] [--sample 10]`. The folder holds the series
named in SETS and BUSINESS; without one, `../shared/realdata/volumes` or $BPO_VOLUMES is taken. They are
not part of the project, for their licences differ. `--sample 10` takes every tenth series, 1 all of them.
"""

import argparse
import os
import sys
import warnings
from pathlib import Path
from typing import NamedTuple

import numpy as np
import pandas as pd
from statsforecast.models import AutoETS

from bpo_lib.forecast import forecast_volume
from bpo_lib.forecast.methods.plain import BENCHMARKS, Season
from bpo_lib.forecast.series import filled

DEFAULT_FOLDER = Path(__file__).resolve().parents[2] / "shared" / "realdata" / "volumes"
LEVELS = (0.80, 0.95)
PEERS = ("seasonal naive", "Naive2", "AutoETS")
WEEK_POINTS = 312  # what AutoETS is given of a longer history, as ours


class Set(NamedTuple):
    """Series of one competition: their file, frequency, horizon, and the season that scales MASE."""

    file: str
    frequency: str
    horizon: int
    season: int


SETS = {
    "M3 monthly": Set("m3_monthly_dev.csv.gz", "MS", 18, 12),
    "M4 weekly": Set("m4_weekly_dev.csv.gz", "7D", 13, 1),
    "M4 hourly": Set("m4_hourly_dev.csv.gz", "h", 48, 24),
    "NN5 daily": Set("nn5_daily_dev.csv.gz", "D", 56, 7),
}
# name, horizon, season, periods between the three origins
BUSINESS = [
    (f"{name}_{frequency}", horizon, season, distance)
    for name in ("helpdesk_tickets", "rvfd_responses", "env_permits")
    for frequency, horizon, season, distance in (
        ("daily", 28, 7, 31),
        ("weekly", 13, 52, 9),
        ("monthly", 6, 12, 3),
    )
] + [("technion_bank_daily", 28, 7, 19), ("technion_bank_weekly", 8, 1, 5)]


def series_of(folder, kind):
    """Yield the past and the future of each series of a set, as Series with dates."""
    table = pd.read_csv(folder / kind.file)
    for _, rows in table.groupby("unique_id", sort=False):
        values = rows["y"].to_numpy(dtype=float)
        index = pd.date_range("1970-01-01", periods=values.size, freq=kind.frequency)
        whole = pd.Series(values, index)
        yield whole.iloc[: -kind.horizon], whole.iloc[-kind.horizon :]


def peers(past, horizon, season):
    """Return what the peers say, by name."""
    values = filled(past.to_numpy(dtype=float), season)
    said = {
        name: BENCHMARKS[name](values, Season(season, trend=True), horizon).mean
        for name in ("seasonal naive", "Naive2")
    }
    model = AutoETS(season_length=season if season <= 24 else 1)
    said["AutoETS"] = model.forecast(y=values[-max(WEEK_POINTS, 4 * season) :], h=horizon)["mean"]
    return said


def scores(past, actual, forecast, season):
    """Return sMAPE [percent] and MASE of one forecast."""
    came, history = actual.to_numpy(), past.to_numpy()
    seen = ~np.isnan(came)
    errors = np.abs(came - forecast)[seen]
    size = np.maximum(np.abs(came) + np.abs(forecast), 1e-9)[seen]
    return 200 * np.mean(errors / size), errors.mean() / np.nanmean(
        np.abs(history[season:] - history[:-season])
    )


def score_set(folder, name, kind, step):
    """Print one line per method for every `step`-th series of a set."""
    found, inside = {}, {level: [] for level in LEVELS}
    for past, actual in list(series_of(folder, kind))[::step]:
        ours = forecast_volume(past, kind.horizon)
        said = {"ours": ours.mean.to_numpy(), **peers(past, kind.horizon, kind.season)}
        for method, forecast in said.items():
            found.setdefault(method, []).append(scores(past, actual, forecast, kind.season))
        for level, hits in inside.items():
            lower, upper = ours.interval(level)
            hits.extend(((actual >= lower) & (actual <= upper))[actual.notna()])
    averages = {method: np.mean(parts, axis=0) for method, parts in found.items()}
    print(f"\n{name}: {len(found['ours'])} series, horizon {kind.horizon}")
    for method, (error, scaled) in averages.items():
        owa = np.mean([error, scaled] / averages["Naive2"])
        held = "".join(f"  {np.mean(hits):6.1%}" for hits in inside.values()) if method == "ours" else ""
        print(f"  {method:<16} OWA {owa:6.3f}  sMAPE {error:6.2f}  MASE {scaled:6.3f}{held}")


def score_business(folder):
    """Print the error of each business series over three origins, against that of seasonal naive."""
    print("\nBusiness series, three origins: mean absolute error / that of seasonal naive")
    print(f"  {'series':<28}{'ours':>7}{'Naive2':>8}{'AutoETS':>9}    inside 80% and 95%")
    ratios = []
    for name, horizon, season, distance in BUSINESS:
        series = pd.read_csv(folder / f"{name}.csv", parse_dates=["ds"]).set_index("ds")["y"]
        errors, inside = {}, {level: [] for level in LEVELS}
        for origin in range(3):
            end = len(series) - horizon - origin * distance
            past, actual = series.iloc[:end], series.iloc[end : end + horizon]
            ours = forecast_volume(past, horizon)
            for method, forecast in {"ours": ours.mean.to_numpy(), **peers(past, horizon, season)}.items():
                missed = np.abs(actual.to_numpy() - forecast).sum()
                errors[method] = errors.get(method, 0) + missed
            for level, hits in inside.items():
                lower, upper = ours.interval(level)
                hits.extend((actual >= lower) & (actual <= upper))
        against = {method: error / errors["seasonal naive"] for method, error in errors.items()}
        ratios.append(against["ours"])
        held = "  ".join(f"{np.mean(hits):6.1%}" for hits in inside.values())
        print(
            f"  {name:<28}{against['ours']:7.2f}{against['Naive2']:8.2f}{against['AutoETS']:9.2f}    {held}"
        )
    print(f"  geometric mean of ours {np.exp(np.mean(np.log(ratios))):.3f}, worst {max(ratios):.2f}")


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", nargs="?", default=os.environ.get("BPO_VOLUMES", DEFAULT_FOLDER), type=Path)
    parser.add_argument("--sample", type=int, default=10, help="take every n-th series of a set; 1 takes all")
    chosen = parser.parse_args()
    if not chosen.folder.is_dir():
        print(
            f"Forecast accuracy needs real series; there is no folder {chosen.folder}. Give one as argument."
        )
        sys.exit(0)
    warnings.filterwarnings("ignore")
    print("Inside: share of the outcomes within our 80% and 95% intervals, after the scores of ours.")
    for name, kind in SETS.items():
        score_set(chosen.folder, name, kind, chosen.sample)
    score_business(chosen.folder)


if __name__ == "__main__":
    main()
