"""The chart of what machines leave over: the title names the form that gains most and the one that least."""

from course_cases import course_case
from stand_ins import page, title

from bpo_lib.pricing.decide.deflection import IN_HOUSE, deflection
from bpo_lib.workbook import charts, numbers


def test_the_title_names_both_ends():
    frame = deflection(course_case())
    then = frame[(frame["share"] == 0.3) & (frame["model"] != IN_HOUSE)]["change"]
    drawn = charts.deflection(frame, course_case())
    assert title(drawn).startswith("With 30% of the claims settled by machines, a price per FTE costs ")
    for change in (then.min(), then.max()):
        assert f"{numbers.whole_percent(-change)} less" in title(drawn)
    assert "Show data" in page(drawn).text


def test_without_an_offer_no_fee_changes():
    frame = deflection(course_case())
    alone = frame[frame["model"] == IN_HOUSE]
    assert "No pricing model has been offered" in charts.deflection(alone, course_case()).markup
