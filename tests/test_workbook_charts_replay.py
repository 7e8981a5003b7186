"""The chart of a clause replayed: its finding names the sum, the comparison and the band."""

from dataclasses import replace as changed

import stand_ins
from clause_cases import client, published
from stand_ins import page, title

from bpo_lib.pricing import PRICING_MODELS, PerFtePricing, replay
from bpo_lib.workbook import charts


def drawn(model, known=None):
    known = known or client()
    return charts.replay(replay(known, model), model, known)


def test_the_title_names_the_sum_and_the_months_outside_the_band():
    # Above in August and by one in December, below in October.
    assert title(drawn(published())).endswith(
        "volume was above the dead band in 2 months and below the dead band in 1 month"
    )
    assert "The 7 months counted would have been billed at EUR 351,000" in title(drawn(published()))


def test_quarters_are_counted_where_quarters_are_settled():
    assert title(drawn(published(settlement_months=3))).endswith("no quarter left the dead band")


def test_a_form_without_a_band_names_its_extremes():
    # 90% of the cost of an in-house FTE, of whom 1,201 transactions at most need 12.8.
    said = title(drawn(PerFtePricing(rate_per_month=3_600)))
    assert "10.0% less than in-house: EUR " in said
    assert said.endswith("a month")


def test_a_charge_on_an_unknown_cost_is_said_and_not_drawn():
    known = client()
    kinds = {kind: found for kind, found in known.terms.items() if found.group != "provider"}
    model = PRICING_MODELS["cost_plus"](markup_share=0.2)
    assert "cost that is not given" in page(drawn(model, changed(known, terms=kinds))).text


def test_client_text_stays_inert():
    known = client()
    hostile = changed(known, profile=known.profile.model_copy(update={"transaction": "<b>call</b>"}))
    shown = page(drawn(published(), hostile))
    assert shown.find(["script", "b"]) is None
    assert stand_ins.page(drawn(published(), hostile)).figcaption is not None
