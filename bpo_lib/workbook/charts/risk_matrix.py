"""Who bears which risk under each deal, and what makes its cost uncertain: tables read by their shades."""

from collections.abc import Callable, Collection, Iterable, Sequence
from typing import Any

import numpy as np
import pandas as pd

from bpo_lib.engagement import Engagement
from bpo_lib.pricing import PRICING_MODELS, offered_models
from bpo_lib.workbook import labels, numbers, tables
from bpo_lib.workbook.charts import theme
from bpo_lib.workbook.charts.figure import not_drawn
from bpo_lib.workbook.html import Html, esc

_FELT = 0.02  # swing against the largest under which a driver hardly moves a deal (house assumption)
_BETWEEN = 3.0  # share from which money moves between the parties more than out of both
_STRONG = 0.6  # strongest shade
_NO_EFFECT, _TRANSFER = "\u2013", "transfer"


def risk_matrix(frame: pd.DataFrame, case: Engagement, indicative: Collection[str] | None = None) -> Html:
    """Return which share of each driver's effect the client bears under each deal.

    Parameters
    ----------
    frame : pandas.DataFrame
        From `risk_transfer`.
    case : Engagement
    indicative : collection of str, optional
        Forms among them that nobody offered, which are marked; found by themselves when left out.

    Returns
    -------
    Html
    """
    if frame.empty or frame["client_share"].isna().all():
        return not_drawn("Who bears which risk cannot be measured without the provider's cost.")
    cells, moved = transfer_cells(frame), frame.groupby("driver", sort=False)["joint_swing"].max()
    felt = _felt(cells, moved)
    colours = theme.palette(case)
    swings = {name: numbers.money(moved[name], "").strip() for name in felt}
    note = (
        f"{_how_to_read(cells[felt])}{_left_out(cells.columns, felt)} Last row: how far the driver typically "
        "moves the cost of the work for both together under the deal where it moves it most, in "
        f"{case.profile.currency} of present value (standard deviation)."
    )
    shown = _with_last_row(_named(cells[felt], case, indicative), "Moves the cost by", swings)
    caption = "Share of each driver's effect that the client bears, darker where it is more"
    body = _shaded(shown, caption, _share, lambda value: colours.tint(_shade(value)), note)
    return _figure(_transfer_title(_named(cells, case, indicative), felt), body)


def cost_drivers(frame: pd.DataFrame, case: Engagement, indicative: Collection[str] | None = None) -> Html:
    """Return which share of what is uncertain in each cost every driver brings.

    Parameters
    ----------
    frame : pandas.DataFrame
        From `variance_shares`.
    case : Engagement
    indicative : collection of str, optional
        Forms among them that nobody offered, which are marked; found by themselves when left out.

    Returns
    -------
    Html
    """
    cells = _cells(frame, "client_total")
    cells = cells.loc[cells.notna().any(axis=1)]
    if cells.empty:
        return not_drawn("Nothing about the cost is uncertain, so no driver can be named.")
    felt = [str(name) for name in cells if cells[name].max() >= 0.005]
    felt = sorted(felt, key=lambda name: -float(cells[name].mean()))
    colours = theme.palette(case)
    note = (
        "Share of the cost's spread (its variance) in which the driver has a part. Drivers also act "
        "together, so a row may add up to a little more than 100%."
        f"{_left_out(cells.columns, felt)}"
    )
    caption = "Share of what is uncertain in the client's cost, darker where it is more"
    body = _shaded(
        _named(cells[felt], case, indicative),
        caption,
        numbers.whole_percent,
        lambda value: colours.tint(_shade(value)),
        note,
    )
    return _figure(_drivers_title(cells, felt), body)


def transfer_cells(frame: pd.DataFrame) -> pd.DataFrame:
    """Return the client's share by model (rows) and driver (columns).

    Parameters
    ----------
    frame : pandas.DataFrame
        From `risk_transfer`.

    Returns
    -------
    pandas.DataFrame
        NaN where a driver hardly moves a deal, infinite where it moves money between the parties
        rather than the cost of the work. [share]
    """
    largest = frame.groupby("model")["joint_swing"].transform("max")
    felt = frame[["client_swing", "joint_swing"]].max(axis=1) >= _FELT * largest
    between = (frame["joint_swing"] < _FELT * largest) | (frame["client_share"].abs() > _BETWEEN)
    share = frame["client_share"].mask(between, np.inf).where(felt)
    return _cells(frame.assign(share=share), "share")


def _cells(frame: pd.DataFrame, measure: str) -> pd.DataFrame:
    """Return one measure by model and driver, both in the order of the frame."""
    table = frame.set_index(["model", "driver"])[measure].unstack()  # noqa: PD010  one value a cell
    return table.loc[frame["model"].unique(), frame["driver"].unique()]


def _how_to_read(cells: pd.DataFrame) -> str:
    """Return what the cells mean, and of their odd ones only what is there."""
    values = cells.to_numpy(dtype=float)
    finite = values[np.isfinite(values)]
    said = [
        "100%: the client bears all of what the driver costs or saves; 0%: the provider does.",
        "Over 100% or under 0%: one side gains by what costs both together." * _beyond(finite),
        f"{labels.sentence(_TRANSFER)}: it costs both together little, what one pays the other gains."
        * bool(np.isinf(values).any()),
        f"{_NO_EFFECT}: hardly moves this deal." * bool(np.isnan(values).any()),
    ]
    return " ".join(filter(None, said))


def _beyond(shares: np.ndarray) -> bool:
    return bool(((shares > 1.005) | (shares < -0.005)).any())


def _felt(cells: pd.DataFrame, moved: pd.Series) -> list[str]:
    felt = [str(name) for name in cells if cells[name].notna().any()]
    return sorted(felt, key=lambda name: -float(moved[name]))


def _left_out(every: Iterable[str], felt: Sequence[str]) -> str:
    """Return which drivers are left out because they hardly move anything."""
    rest = [labels.inside(labels.DRIVERS[name]) for name in every if name not in felt]
    if not rest:
        return ""
    *first, last = rest
    named = f"{', '.join(first)} and {last}" if first else last
    return f" Left out, since next to nothing moves with them: {named}."


def _named(cells: pd.DataFrame, case: Engagement, indicative: Collection[str] | None) -> pd.DataFrame:
    """Return the cells with a name for each row, those nobody offered marked."""
    if indicative is None:
        indicative = PRICING_MODELS.keys() - offered_models(case).keys()
    return cells.set_axis([labels.row(name, indicative) for name in cells.index])


def _with_last_row(cells: pd.DataFrame, name: str, values: dict[str, str]) -> pd.DataFrame:
    last = pd.DataFrame([values], index=[name], dtype=object)
    return pd.concat([cells.astype(object), last])


def _shaded(
    cells: pd.DataFrame, caption: str, show: Callable[[Any], str], ground: Callable[[Any], str], note: str
) -> Html:
    columns = {"name": tables.Column("Deal")} | {
        name: tables.Column(
            labels.DRIVERS[str(name)],
            lambda value: value if isinstance(value, str) else show(value),
            ground=lambda value: theme.PAPER if isinstance(value, str) else ground(value),
        )
        for name in cells
    }
    return tables.table(cells.assign(name=cells.index), caption, columns, note)


def _share(value: float) -> str:
    if np.isnan(value):
        return _NO_EFFECT
    return _TRANSFER if np.isinf(value) else numbers.whole_percent(value)


def _shade(share: float) -> float:
    return _STRONG * float(np.clip(share, 0, 1.2)) / 1.2 if np.isfinite(share) else 0.0


def _transfer_title(cells: pd.DataFrame, felt: Sequence[str]) -> str:
    shares = cells[felt[0]].replace(np.inf, np.nan).dropna()
    top = labels.inside(labels.DRIVERS[felt[0]])
    said = f"The cost of the work hangs most on {top}; the client bears"
    if shares.empty:
        return f"{said} what its deal says"
    least, most = shares.idxmin(), shares.idxmax()
    low, high = (numbers.whole_percent(shares[name]) for name in (least, most))
    if low == high:
        return f"{said} {low} of that under {'this deal' if len(shares) == 1 else 'every deal'}"
    names = [labels.inside(str(name)) for name in (least, most)]
    return f"{said} from {low} of that ({names[0]}) to {high} ({names[1]})"


def _drivers_title(cells: pd.DataFrame, felt: Sequence[str]) -> str:
    top = cells[felt[0]]
    low, high = numbers.whole_percent(top.min()), numbers.whole_percent(top.max())
    between = high if low == high else f"{low} to {high}"
    name = labels.inside(labels.DRIVERS[felt[0]])
    return f"What is uncertain in the cost comes most from {name}: {between} of its spread, by the deal"


def _figure(title: str, body: Html) -> Html:
    return Html(f'<figure class="bpo-figure"><figcaption>{esc(title)}</figcaption>{body.markup}</figure>')
