"""Settings: equal while only prices change."""

from dataclasses import replace

import pandas as pd
from course_cases import course_case, with_range

from bpo_lib.pricing.risk.setting import Setting, setting_of


def test_a_new_price_leaves_the_setting_as_it_was():
    case = course_case()
    dearer = case.with_values({"transaction.unit_price": 30, "per_fte.rate_per_month": 1})
    assert Setting(case) == Setting(dearer)
    assert hash(Setting(case)) == hash(Setting(dearer))


def test_any_other_change_makes_another_setting():
    case = course_case()
    others = [
        case.with_values({"work.handling_minutes": 39}),
        case.with_values({"deal.discount_rate_per_year": 0.1}),
        with_range(case, "work.handling_minutes", 30, 50),
        replace(case, history=replace(case.history)),
        replace(case, vendors=pd.DataFrame()),
    ]
    assert all(Setting(case) != Setting(other) for other in others)


def test_a_setting_is_equal_to_nothing_else():
    assert Setting(course_case()) != "a setting"


def test_a_case_has_one_setting():
    assert setting_of(course_case()) is setting_of(course_case())
