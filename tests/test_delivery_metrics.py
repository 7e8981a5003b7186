"""The metrics: suited to the operation, with targets from the client's own figures."""

from dataclasses import replace

import pandas as pd
import pytest
from sample_cases import CLAIMS, PAYABLES, VOICE, sample

from bpo_lib.delivery.metrics import metrics
from bpo_lib.delivery.quality_gate import chance_of_false_alarm
from bpo_lib.process import process_evidence


def by_name(case):
    return metrics(case).set_index("metric")


def test_voice_and_back_office_are_measured_by_different_things():
    voice, office = set(metrics(sample(VOICE))["metric"]), set(metrics(sample(PAYABLES))["metric"])
    assert {"Service level", "Abandonment", "Resolved at first contact (FCR)"} <= voice - office
    assert {"Turnaround", "Backlog age", "Rework"} <= office - voice
    assert {"Quality", "Forecast error", "Attrition"} <= voice & office


@pytest.mark.parametrize("name", [VOICE, PAYABLES, CLAIMS])
def test_every_metric_has_its_measurement_logic(name):
    table = metrics(sample(name))
    assert table.map(len).min().min() >= 3
    assert not table.map(lambda cell: "{" in cell).any(axis=None)


def test_targets_are_the_clients_own_figures():
    case = sample(PAYABLES)
    days = process_evidence(case).profile.duration_quantile(0.9) / 86_400
    table = by_name(case)
    assert f"within {days:.1f} days" in table.loc["Turnaround", "target"]
    assert "at least 82%" in table.loc["Outcome", "target"]
    assert "at least 80%" in by_name(sample(VOICE)).loc["Service level", "target"]


def test_a_false_alarm_has_a_chance():
    # 300 cases, 95% asked, 96% true: 15.1% of months, worked in the method notes.
    assert chance_of_false_alarm(300, 0.95, 0.96) == pytest.approx(0.151, abs=5e-4)
    target = by_name(sample(PAYABLES)).loc["Quality", "target"]
    assert "a provider at 96% misses it by chance in 15% of months" in target


def test_without_a_log_no_target_is_invented():
    case = replace(sample(PAYABLES), events=pd.DataFrame())
    assert "no target before three months are measured" in by_name(case).loc["Turnaround", "target"]
    assert "no target before three months are measured" in by_name(case).loc["Rework", "target"]
