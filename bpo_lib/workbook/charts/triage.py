"""The chart of the automation triage: what each technology saves, beside the deal to follow."""

import pandas as pd

from bpo_lib.engagement import Engagement
from bpo_lib.errors import Missing
from bpo_lib.pricing import Triage, deal_figures
from bpo_lib.pricing.alternatives.technologies import TECHNOLOGIES
from bpo_lib.sourcing import recommended_deal
from bpo_lib.workbook import labels, numbers, tables
from bpo_lib.workbook.charts import theme
from bpo_lib.workbook.charts.bars import ranked_bars
from bpo_lib.workbook.charts.figure import figure
from bpo_lib.workbook.charts.money import money_scale
from bpo_lib.workbook.html import Html


def triage(found: Triage | Missing, case: Engagement) -> Html:
    """Draw what each technology, the best of them together and the deal to follow save against staying."""
    if isinstance(found, Missing):
        return Html("")  # the chapter says what is missing
    colours, currency = theme.palette(case), case.profile.currency
    rows = [
        (labels.sentence(TECHNOLOGIES[name].name), saving, colours.primary if chosen else theme.QUIET)
        for name, saving, chosen in found.technologies[["saving_npv", "chosen"]].itertuples()
    ]
    if len(found.chosen) > 1:
        rows.append(("Those worth it, together", found.saving_npv, colours.primary))
    model = recommended_deal(case)
    if model is not None:
        name = f"Deal to follow: {labels.way(model)}"
        rows.append((name, deal_figures(case, model)["saving_npv"], colours.accent))
    frame = pd.DataFrame(rows, columns=["name", "saving", "fill"]).sort_values("saving", ascending=False)
    scale, word = money_scale(float(frame["saving"].abs().max()))
    drawn = frame.assign(
        value=frame["saving"] / scale, text=[numbers.money(saving, currency) for saving in frame["saving"]]
    ).reset_index(drop=True)
    plot = ranked_bars(drawn, f"Saving against staying, present value, {currency} {word}".rstrip())
    told = "One bar per way to save, the largest first; grey ones are not worth it or beaten by a rival."
    return figure(_title(found, case), plot, tables.technologies(found, case), told)


def _title(found: Triage, case: Engagement) -> str:
    if not found.chosen:
        return "No technology pays for itself within the term"
    ways = labels.listed([TECHNOLOGIES[name].name for name in found.chosen])
    saved = numbers.money(found.saving_npv, case.profile.currency)
    share = numbers.whole_percent(found.saved_share)
    return f"{labels.sentence(ways)} could take over {share} of the work and save {saved} over the term"
