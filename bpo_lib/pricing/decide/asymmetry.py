"""What a volume clause costs without saying so: unequal rates, settlement, volume paid for but not used."""

from dataclasses import dataclass
from functools import lru_cache

import numpy as np
import pandas as pd

from bpo_lib.engagement import Engagement
from bpo_lib.forecast import volume_outlook
from bpo_lib.pricing.deal.quality import repeat_factor
from bpo_lib.pricing.forms import TransactionPricing
from bpo_lib.pricing.work import expected_work
from bpo_lib.pricing.workload import Workload

YEAR = 12
SETTLEMENTS = (1, 3, 12)  # months settled together
COMMITMENTS = (0.7, 0.8, 0.9, 1.0)  # minimum commitments shown beside the one agreed
_NOTHING = 1e-9  # of a month's baseline charge


@dataclass(frozen=True, eq=False)
class VolumeClause:
    """What a clause on volume is expected to cost a client; before indexation.

    Parameters
    ----------
    hidden_fee : float
        Paid because ARC and RRC differ: against the same contract with one rate both ways, the mean
        of the two. [currency/year]
    mean_swing : float
        Mean distance of a settled volume from the band, above or below, against the baseline. [share]
    settlements : pandas.DataFrame
        months settled together, fee [currency/year], difference to the agreed settlement [currency/year].
    commitments : pandas.DataFrame
        share of the baseline charge that is always paid, dead_charge paid for volume that did not come
        [currency/year], period_chance and term_chance that it is paid in a settled period and at least
        once in the term [share], agreed (whether it is the contract's own).
    """

    hidden_fee: float
    mean_swing: float
    settlements: pd.DataFrame
    commitments: pd.DataFrame


def hidden_fee(arc: float, rrc: float, baseline: float, mean_swing: float) -> float:
    """Return the closed form of what unequal rates cost: (a - b) E|D| B / 2.

    Parameters
    ----------
    arc, rrc : float
        Charge for each transaction above, credit for each below. [currency/transaction]
    baseline : float
        [transactions/month]
    mean_swing : float
        Mean of |D|, the distance of volume from the baseline, or from the band where there is one. [share]

    Returns
    -------
    float
        [currency/month]

    Notes
    -----
    At (a + b) / 2 both ways the client would pay (a + b) / 2 (E D+ - E D-) B; at a and b it pays
    (a E D+ - b E D-) B. The difference is the hidden fee, whichever way volume leans.

    References
    ----------
    M. Hart and R. Austin, "Demystifying ARC/RRCs": rates are not always equal.
    """
    return (arc - rrc) * mean_swing * baseline / 2


def volume_clause_cost(terms: TransactionPricing, work: Workload) -> VolumeClause:
    """Return what a volume clause costs on many courses of volume, by pricing each with and without it.

    Parameters
    ----------
    terms : TransactionPricing
    work : Workload
        Parts of shape (paths, months).

    Returns
    -------
    VolumeClause
    """
    years = work.months / YEAR

    def fee(model: TransactionPricing) -> float:
        return float(model.monthly_fee(work).sum(axis=-1).mean() / years)

    one_rate, own = _with_one_rate(terms), fee(terms)
    by_settlement = {each: fee(_as(terms, settlement_months=each)) for each in SETTLEMENTS}
    settlements = pd.DataFrame({"months": list(by_settlement), "fee": list(by_settlement.values())})
    shares = sorted({*COMMITMENTS, terms.minimum_commitment_share} - {0.0})
    rows = [_commitment(terms, work, share, years) for share in shares]
    agreed = [share == terms.minimum_commitment_share for share in shares]
    return VolumeClause(
        hidden_fee=own - fee(one_rate),
        mean_swing=_mean_swing(terms, work),
        settlements=settlements.assign(difference=settlements["fee"] - own),
        commitments=pd.DataFrame(rows).assign(agreed=agreed),
    )


@lru_cache(maxsize=8)
def volume_clause(case: Engagement) -> VolumeClause | None:
    """Return what the volume clause of an offered price per transaction costs, on the forecast's courses.

    Returns
    -------
    VolumeClause or None
        None where no price per transaction is offered.
    """
    if not case.has(TransactionPricing):
        return None
    paths, work = volume_outlook(case).paths * repeat_factor(case), expected_work(case).work
    minutes = np.divide(
        work.handling_hours, work.volume, out=np.zeros_like(work.volume), where=work.volume > 0
    )
    return volume_clause_cost(case.of(TransactionPricing), Workload.of(paths, handling_hours=paths * minutes))


def _as(terms: TransactionPricing, **changes: float) -> TransactionPricing:
    """Return terms with changes that need no check: a mean rate may lie above the limit of a credit."""
    return terms.model_copy(update=changes)


def _with_one_rate(terms: TransactionPricing) -> TransactionPricing:
    rate = (terms.arc_share + terms.rrc_share) / 2
    far = (terms.far_arc_share + terms.far_rrc_share) / 2
    return _as(terms, arc_share=rate, rrc_share=rate, far_arc_share=far, far_rrc_share=far)


def _mean_swing(terms: TransactionPricing, work: Workload) -> float:
    """Return how far charged volume lies from the baseline on average, counting a credit as a charge."""
    unit = _as(
        terms,
        unit_price=1.0,
        minimum_commitment_share=0.0,
        contract_handling_minutes=0.0,
        arc_share=1.0,
        far_arc_share=1.0,
        rrc_share=-1.0,
        far_rrc_share=-1.0,
    )
    return float(unit.monthly_fee(work).mean() / terms.baseline_volume - 1)


def _commitment(terms: TransactionPricing, work: Workload, share: float, years: float) -> dict[str, float]:
    """Return what one minimum commitment costs, and how often it does."""
    free = _as(terms, minimum_commitment_share=0.0).monthly_fee(work)
    dead = _as(terms, minimum_commitment_share=share).monthly_fee(work) - free
    bites = dead > _NOTHING * terms.unit_price * terms.baseline_volume
    periods = -(-work.months // int(terms.settlement_months))
    return {
        "share": share,
        "dead_charge": float(dead.sum(axis=-1).mean() / years),
        "period_chance": float(bites.sum(axis=-1).mean() / periods),
        "term_chance": float(bites.any(axis=-1).mean()),
    }
