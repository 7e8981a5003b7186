"""The chart of expected cost against risk: its title says whether the cheapest offer can be beaten."""

from course_cases import course_case
from stand_ins import page, title

from bpo_lib.pricing.decide.frontier import OFFER, cheaper_at_no_more_risk, frontier
from bpo_lib.workbook import charts, numbers
from bpo_lib.workbook.charts import decide_frontier


def test_the_title_says_what_another_contract_would_save():
    case, frame = course_case(), frontier(course_case())
    lead = frame[frame["kind"] == OFFER].nsmallest(1, "client_npv").iloc[0]
    better = cheaper_at_no_more_risk(frame, lead["name"])
    drawn = charts.frontier(frame, case)
    assert lead["signs"]
    assert title(drawn).startswith("Another contract would cost ") == (better is not None)
    assert "Per FTE" in page(drawn).text


def test_an_offer_the_provider_cannot_live_with_is_the_finding():
    case = course_case(per_fte__rate_per_month=2_450)
    row = frontier(case).set_index("name").loc["per_fte"]
    drawn = charts.frontier(frontier(case), case)
    assert numbers.percent(row["provider_loss_probability"]) in title(drawn)


def test_an_offer_on_the_line_is_not_beaten():
    frame = frontier(course_case())
    alone = frame.assign(efficient=False)
    assert "No contract examined beats" in title(charts.frontier(alone, course_case()))


def test_without_the_provider_s_cost_there_is_a_sentence():
    assert "is not known" in charts.frontier(None, course_case()).markup


def test_the_cheapest_offer_is_called_so_only_where_none_left_out_is_cheaper(monkeypatch):
    monkeypatch.setattr(decide_frontier, "leading_deal", lambda _case: "cost_plus")
    alone = frontier(course_case()).assign(efficient=False)
    drawn = charts.frontier(alone, course_case())
    assert "beats the cheapest offer that passes on no cost" in title(drawn)
    assert "pass on the provider's cost are left out" in page(drawn).text
