"""A clause replayed on the client's own history: what each month would have been billed."""

from collections.abc import Iterator
from dataclasses import fields

import numpy as np
import pandas as pd

from bpo_lib.engagement import Engagement
from bpo_lib.forecast import volume_outlook
from bpo_lib.pricing.clause.invoice import invoice_lines
from bpo_lib.pricing.clause.past_work import PastWork, past_work
from bpo_lib.pricing.clause.readings import other_readings
from bpo_lib.pricing.models import PricingModel
from bpo_lib.pricing.workload import Workload

CHARGE = "charge_"  # before the name of a part of the fee
MEASURED = ["volume", "fte", "handling_hours", "outcomes"]
COUNTED = ["fee", "unit_cost", "in_house"]
SETTLED = ["settled_until", "settled_whole"]


def replay(case: Engagement, model: PricingModel) -> pd.DataFrame:
    """Return what the client's own past months would have been billed under a clause.

    Parameters
    ----------
    case : Engagement
        Its complete past months are billed as if the contract had been running.
    model : PricingModel
        The terms.

    Returns
    -------
    pandas.DataFrame
        By month. What was measured: volume [transactions/month], fte [FTE], handling_hours
        [hours/month], outcomes [outcomes/month]. fee, what was billed, and after it its parts
        `charge_base`, `charge_arc` ..., which sum to it [currency/month]. unit_cost: fee over volume,
        NaN without volume [currency/transaction]. in_house: what the month cost to do oneself
        [currency/month].
        Then the fee under each other reading of the terms, as `other_readings` names them
        [currency/month]. settled_until: the month at whose end ARCs and RRCs are settled;
        settled_whole: whether the history holds that period from end to end. Empty where no month is
        counted to its end.

    Raises
    ------
    InputError
        When the client gives no past volumes.

    Notes
    -----
    Prices and wages are those of the contract's first year on both sides; transition, tax and
    management of the contract are left out. Settlement periods follow the contract's own calendar;
    one that the history cuts short is settled on the months it holds.
    """
    if volume_outlook(case).history_monthly.dropna().empty:
        return pd.DataFrame(columns=[*MEASURED, *COUNTED, *SETTLED], index=pd.PeriodIndex([], freq="M"))
    past, first = past_work(case), case.profile.months[0]
    frame = pd.DataFrame({name: getattr(past.work, name) for name in MEASURED}, index=past.months)
    billed = [_billed(model, _months_of(past.work, at)) for at in _periods(past, first, settlement(model))]
    frame = frame.join(pd.concat(billed, ignore_index=True).fillna(0.0).set_index(past.months))
    frame["unit_cost"] = frame["fee"].div(frame["volume"].where(frame["volume"] > 0))
    frame["in_house"] = past.work.in_house_cost
    for name, other in other_readings(model).items():
        periods = _periods(past, first, settlement(other))
        frame[name] = np.concatenate([other.monthly_fee(_months_of(past.work, at)) for at in periods])
    return _with_settlement(frame, first, settlement(model)).rename_axis("month")


def settlement(model: PricingModel) -> int:
    """Return how many months ARCs and RRCs are settled over; 1 where each month stands alone. [months]"""
    return int(getattr(model, "settlement_months", 1))


def charges_of(frame: pd.DataFrame) -> list[str]:
    """Return the columns of a replay that hold the charges a fee consists of."""
    return [str(name) for name in frame.columns if str(name).startswith(CHARGE)]


def _billed(model: PricingModel, work: Workload) -> pd.DataFrame:
    """Return the fee of each month and its charges; one that is never due is left out."""
    charges = invoice_lines(model, work)
    due = {CHARGE + charge.part: charge.amount for charge in charges if (charge.amount != 0).any()}
    return pd.DataFrame({"fee": model.monthly_fee(work), **due})


def _periods(past: PastWork, first: pd.Period, length: int) -> Iterator[np.ndarray]:
    """Yield the places of the months that are billed together, in order of time.

    Where each month stands alone, all are billed at once, as one contract.
    """
    if length == 1:
        yield np.arange(len(past.months))
        return
    number = (past.months.astype("int64").to_numpy() - first.ordinal) // length
    for period in np.unique(number):
        yield np.flatnonzero(number == period)


def _months_of(work: Workload, at: np.ndarray) -> Workload:
    return Workload(**{field.name: getattr(work, field.name)[at] for field in fields(work)})


def _with_settlement(frame: pd.DataFrame, first: pd.Period, length: int) -> pd.DataFrame:
    number = (frame.index.astype("int64").to_numpy() - first.ordinal) // length
    held = pd.Series(number).map(pd.Series(number).value_counts()).to_numpy()
    until = pd.PeriodIndex([first + int(period + 1) * length - 1 for period in number], freq="M")
    return frame.assign(settled_until=until, settled_whole=held == length)


def replay_summary(frame: pd.DataFrame) -> pd.DataFrame:
    """Return the sum of a replay under its own terms and each other reading of them.

    Parameters
    ----------
    frame : pandas.DataFrame
        From `replay`.

    Returns
    -------
    pandas.DataFrame
        Index `reading`: `fee` for the terms themselves, then the other readings and `in_house`.
        billed: sum over the months [currency]; a_month: its average [currency/month]; unit_cost
        [currency/transaction]; against_fee: what it differs from the terms' own [currency];
        lowest, highest: the extremes of a month [currency/month].
    """
    names = list(frame.columns)
    others = names[names.index("in_house") + 1 : names.index(SETTLED[0])]
    readings = frame[["fee", *others, "in_house"]]
    billed, volume = readings.sum(), frame["volume"].sum()
    return pd.DataFrame(
        {
            "billed": billed,
            "a_month": readings.mean(),
            "unit_cost": billed / volume if volume > 0 else np.nan,
            "against_fee": billed - billed["fee"],
            "lowest": readings.min(),
            "highest": readings.max(),
        }
    ).rename_axis("reading")
