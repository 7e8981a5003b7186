"""The process map in sentences: what a case takes, where the time goes, and what coming back costs."""

import pandas as pd

from bpo_lib.engagement import Engagement
from bpo_lib.pricing import InHouseTerms, hour_at_work
from bpo_lib.process import StepMap, step_map
from bpo_lib.process.steps.table import is_exception
from bpo_lib.workbook import labels, numbers

_NAMED = 3  # steps in which most of the time goes

Sentences = tuple[str, ...]


def map_findings(case: Engagement) -> Sentences:
    """Return what a process map says to somebody who has never seen the process.

    Parameters
    ----------
    case : Engagement

    Returns
    -------
    tuple of str
        The first sentence stands alone; none without a step table. What the map leaves open is told in
        `StepMap.notes`.
    """
    if case.steps.empty:
        return ()
    found, unit = step_map(case.steps), case.profile.transaction
    told = (
        _touch(found, case),
        _spread(found, unit),
        _where(found),
        _repeats(found, unit),
        _exceptions(found),
        _handoffs(found, unit),
    )
    return tuple(sentence for sentence in told if sentence)


def _touch(found: StepMap, case: Engagement) -> str:
    minutes = f"{numbers.minutes(found.touch_minutes)} minutes"
    said = f"An average {case.profile.transaction} takes {minutes} of work over {len(found.steps)} steps"
    if not case.has(InHouseTerms):
        return f"{said}."
    rate, currency = hour_at_work(case), case.profile.currency
    cost = numbers.money(found.cost_per_case(rate), currency)
    hour = numbers.money(rate, currency)
    return f"{said}, which costs {cost} at the team's full cost of {hour} for an hour at work."


def _spread(found: StepMap, unit: str) -> str:
    if not found.touch_deviation:
        return ""
    return (
        f"The route alone makes one {unit} differ from the next by {numbers.minutes(found.touch_deviation)} "
        "minutes (standard deviation)."
    )


def _where(found: StepMap) -> str:
    if not found.touch_minutes:
        return ""
    most = found.steps.nlargest(_NAMED, "time_share")
    most = most[most["time_share"] > 0]
    named = [
        f"{name} ({numbers.percent(share)})"
        for name, share in zip(most["name"], most["time_share"], strict=True)
    ]
    return f"The largest parts of the time go into {labels.listed(named)}."


def _repeats(found: StepMap, unit: str) -> str:
    """Return what second and later passes cost; nothing where the table does not say where cases go."""
    if found.repeat_minutes is None or not found.touch_minutes:
        return ""
    if not found.repeat_minutes > 0:
        return f"On the map no {unit} comes back to a step it has passed."
    share = numbers.percent(found.repeat_minutes / found.touch_minutes)
    most = found.steps.loc[found.steps["repeat_minutes"].idxmax(), "name"]
    return f"{share} of the work is coming back to a step for the second time or more, most of it in {most}."


def _exceptions(found: StepMap) -> str:
    exceptional = found.steps[is_exception(found.steps)]
    if not exceptional["visits"].sum() > 0:
        return ""
    time = numbers.percent(exceptional["time_share"].sum())
    unwritten = found.unwritten_exception_share
    many = "All" if unwritten == 1 else numbers.percent(unwritten)
    paths = f"{many} of them follow" if unwritten else "None of them follows"
    return (
        f"Exceptions and what they set off take {time} of the time. {paths} a path that is not written down."
    )


def _handoffs(found: StepMap, unit: str) -> str:
    if not found.handoffs_per_case:
        return f"On the map one actor takes each {unit} through all of its steps."
    said = f"On the map an average {unit} changes hands {numbers.ratio(found.handoffs_per_case)} times"
    return f"{said}{_commonest_change(found) if found.flow_given else ''}."


def _commonest_change(found: StepMap) -> str:
    actor = found.steps.set_index("step")["actor"]
    changes = pd.DataFrame(
        {
            "one": found.flows["source"].map(actor),
            "other": found.flows["target"].map(actor),
            "per_case": found.flows["per_case"],
        }
    ).dropna()
    changes = changes[changes["one"] != changes["other"]]
    totals = changes.groupby(["one", "other"])["per_case"].sum()
    one, other = totals.index.to_list()[int(totals.argmax())]
    return f", most often from {one} to {other} ({numbers.ratio(totals.max())} times)"
