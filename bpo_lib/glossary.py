"""The field's words, as this workbook uses them: term to meaning and unit."""

from typing import NamedTuple


class Entry(NamedTuple):
    """What a term means here, and the unit it is given in; an empty unit for what has none."""

    meaning: str
    unit: str


GLOSSARY: dict[str, Entry] = {
    term: Entry(meaning, unit)
    for term, meaning, unit in (
        ("Abandonment", "share of callers who hang up before they are answered", "share"),
        ("AHT", "average handling time: talk, hold and wrap-up, or touch time in a back office", "minutes"),
        ("ARC", "additional resource charge: what each transaction above the dead band costs", "currency"),
        ("ASA", "average speed of answer: mean wait of those who were answered", "seconds"),
        ("At risk", "most of a month's fee that may come back as service credits", "share"),
        ("Attribution", "share of outcomes that the provider brought about", "share"),
        ("Attrition", "people who leave a team in a year, against its average size", "share/year"),
        (
            "Back-test",
            "forecasting months that are already known, to see how far off one would have been",
            "",
        ),
        ("Baseline volume", "volume that the baseline charge pays for", "transactions/month"),
        ("BAU", "business as usual: normal service after transition and hypercare", ""),
        (
            "BPO",
            "business process outsourcing (in real estate: Broker Price Opinion, not meant here)",
            "",
        ),
        ("Captive", "an own subsidiary that does the work elsewhere, in place of a provider", ""),
        (
            "Chance alone",
            "error that is left when the expected volume is known exactly: single contacts come by chance",
            "share",
        ),
        ("Concurrency", "chats that an agent holds at the same time", "chats/agent"),
        (
            "Consistency ratio",
            "how far judgements of pairs contradict one another, against random ones; up to 0.10 is accepted",
            "ratio",
        ),
        ("Course", "one way in which the months of the term may turn out; thousands of them are priced", ""),
        ("CVaR", "conditional value at risk: mean cost of the dearest 5% of courses", "currency"),
        ("Dead band", "swing of volume around the baseline that leaves the fee unchanged", "share"),
        ("Deflection", "contacts that self-service or automation takes away from people", "share"),
        (
            "Dual running",
            "paying the own team and the provider for the same work during the transition",
            "currency",
        ),
        ("Earn-back", "a credit that is cancelled when the months after it meet the target", ""),
        (
            "Efficient frontier",
            "contracts no other beats: none costs less, as expected, without a dearer worst end",
            "",
        ),
        ("Elasticity", "percent by which volume moves when what it hangs on moves by one percent", "ratio"),
        (
            "Erlang",
            "one agent busy for a whole hour; offered load is calls per hour times hours per call",
            "erlang",
        ),
        ("Erlang A", "formula for the chance to wait when callers hang up after a while", ""),
        (
            "Erlang C",
            "formula for the chance to wait when nobody gives up waiting; it errs on the safe side",
            "",
        ),
        ("FCR", "first contact resolution: contacts that need no second one on the same subject", "share"),
        ("FTE", "full-time equivalent: one person paid full time", "FTE"),
        (
            "Gain share",
            "share of what the client saves against keeping the work that goes to the provider",
            "share",
        ),
        ("Gate", "a rule that no score can buy off; stopped, open or clear", ""),
        ("Glide path", "yearly fall of a price by the productivity the provider commits to", "share/year"),
        ("Governance cost", "what managing the contract costs the client", "share of fee"),
        ("Hand-off", "a case passing from one person to another", "per case"),
        ("Hiring lead", "months from the decision to hire to the newcomer's first day", "months"),
        (
            "Hybrid price",
            "one price of which part is fixed, part goes by the transaction and part by outcomes",
            "",
        ),
        ("Hypercare", "close watch in the first weeks at full volume", ""),
        ("IDP", "intelligent document processing: reading documents by machine", ""),
        ("Indexation", "yearly change of the fee by agreed indices, up to a cap", "share/year"),
        (
            "Indifference point",
            "value of volume, handling time or occupancy at which two prices cost the same",
            "",
        ),
        ("Kendall's W", "how far people agree on an order: 0 not at all, 1 fully", "ratio"),
        ("KPI", "key performance indicator: a figure by which the work is steered", ""),
        ("KPO", "knowledge process outsourcing: work that needs expert judgement", ""),
        ("Krippendorff's alpha", "how far raters agree beyond chance: 1 fully, 0 as if at random", "ratio"),
        ("KT", "knowledge transfer: observe, shadow, reverse shadow, work alone", ""),
        (
            "Learning curve",
            "how what a newcomer achieves rises, month by month, to that of an experienced person",
            "share",
        ),
        ("LPO", "legal process outsourcing", ""),
        ("MAE", "mean error of a forecast in one period, over or under", "per period"),
        ("Margin", "what is left of a price when the cost is paid, against the price", "share"),
        ("Mark-up", "what is added to a cost to make a price, against the cost", "share"),
        (
            "MASE",
            "error of a forecast against that of repeating last season; under 1 is better than that",
            "ratio",
        ),
        ("Minimum commitment", "smallest fee of a period, however little work comes", "currency"),
        ("Must-have", "what a provider has to meet whatever it scores", ""),
        (
            "Naive2",
            "forecast that repeats the last period, with the season taken out before and put back after",
            "",
        ),
        ("Nearshore", "a neighbouring country with shared hours", ""),
        ("Neutral band", "move of a currency, either way, that leaves the fee unchanged", "share"),
        ("NPV", "net present value: money of later months counted at the discount rate", "currency"),
        ("Occupancy", "share of available time that agents spend on work", "share"),
        ("Offshore", "a distant country, usually with other hours", ""),
        ("Onshore", "the client's own country", ""),
        (
            "Outcome",
            "a transaction that ends as agreed, such as a call that needs no second one",
            "outcomes/month",
        ),
        ("Patience", "mean time a caller is ready to wait before hanging up", "seconds"),
        ("Payback", "month in which the saving has paid for the transition", "month"),
        ("Peak to mean", "busiest month or hour against the average one", "ratio"),
        (
            "Point of total assumption",
            "cost above which the provider bears all of it, since the ceiling price is reached",
            "currency",
        ),
        ("Prediction interval", "range that should hold the true value in the stated share of cases", ""),
        (
            "Productive hour",
            "hour in which somebody is at work and available, waiting for work included",
            "hours",
        ),
        ("Ramp", "stages in which volume moves to the provider", "share"),
        ("Random index", "mean consistency index that judgements of pairs made at random would reach", ""),
        ("Retained organisation", "own people who stay to steer the provider", "FTE"),
        ("Rework", "a case in which a step is done twice or more", "share"),
        ("RPA", "robotic process automation: software that works other software's screens", ""),
        ("RRC", "reduced resource credit: what each transaction under the dead band gives back", "currency"),
        ("Seasonal naive", "forecast that repeats the last season; what every other has to beat", ""),
        ("Service credit", "part of the fee given back for a missed target", "currency"),
        ("Service level", "share of calls answered within the answer time", "share"),
        (
            "Settlement period",
            "months whose volume or cost is held together against what was agreed",
            "months",
        ),
        ("Shared services", "own units pooled in one place for the whole firm", ""),
        (
            "Shrinkage",
            "paid time not available for work; the planned and the unplanned share multiply",
            "share",
        ),
        ("SLA", "service level agreement: targets, how they are measured and what a miss costs", ""),
        ("Step-in", "the client's right to take the work back for a while", ""),
        ("Straight-through", "a case that nobody touches", "share"),
        ("Stranded cost", "overhead that does not leave with the work it was for", "currency"),
        ("Target cost", "cost both parties aim at; what lies over or under it is shared", "currency"),
        ("Termination charge", "what the client pays for ending the contract early", "currency"),
        ("TOPSIS", "ranking by distance from the best and the worst options present; a cross-check here", ""),
        ("Touch time", "time people work on a case, without waiting", "minutes"),
        (
            "Transformation",
            "investment in new systems and ways of working that comes with the deal",
            "currency",
        ),
        ("Transition", "moving the work from the client's team to the provider", "months"),
        ("Turnaround", "time from arrival of a case to its end, waiting included", "days"),
        ("Variant", "one sequence of activities from the first to the last event of a case", ""),
        ("WAPE", "volume missed by a forecast, over or under, against the volume there was", "share"),
        ("Workload", "volume times handling time", "hours/month"),
    )
}
