"""The main job on real data: a bank's calls and an authority's permit log, from folder to report.

The data lie beside the checkout and are no part of it. The figures around them (prices, answers)
are made up; what is tested is that real volumes and a real event log go through, and truthfully.
"""

import json

import pandas as pd
import pytest
from client_folders import write_client
from report_fixtures import bpo

VOICE = """\
title: "A bank's call centre"
process: telephone banking
sector: banking
currency: USD
start: "2000-03"
term_months: 24
operation: voice
transaction: call
"""
PERMITS = """\
title: Environmental permits
process: receipt of permit applications
sector: public administration
currency: EUR
start: "2012-06"
term_months: 24
operation: back_office
transaction: application
"""
ASSUMPTIONS = """\
name,value,low,high,unit,source,as_of,note
work.handling_minutes,{minutes},,,minutes/transaction,made up for a test,,
in_house.cost_per_fte_month,5200,5000,5600,currency/FTE/month,made up for a test,,
deal.transition_cost,50000,,,currency,made up for a test,,
per_fte.rate_per_month,3600,,,currency/FTE/month,made up for a test,,
"""


def bank_folder(folder, source):
    volumes = pd.read_csv(source, dtype=str).rename(columns={"ds": "start", "y": "volume"})
    volumes["start"] = volumes["start"].str.slice(0, 16)
    return write_client(
        folder,
        client=VOICE,
        assumptions=ASSUMPTIONS.format(minutes=3.5),
        volumes=volumes.to_csv(index=False),
    )


def permit_folder(folder, source):
    """Write the log as it is; the volumes are the cases that it shows opening, day by day."""
    log = pd.read_csv(source, dtype=str)
    first = pd.to_datetime(log["timestamp"], utc=True, format="ISO8601").groupby(log["case_id"]).min()
    days = first.dt.tz_localize(None).dt.floor("D").value_counts().resample("D").sum()
    volumes = days.rename_axis("start").rename("volume").to_csv(date_format="%Y-%m-%d")
    events = log[["case_id", "activity", "timestamp", "lifecycle", "resource"]].to_csv(index=False)
    return write_client(
        folder, client=PERMITS, assumptions=ASSUMPTIONS.format(minutes=90), volumes=volumes, events=events
    )


@pytest.fixture(scope="module")
def reports(tmp_path_factory, shared):
    root = tmp_path_factory.mktemp("real")
    bank = bank_folder(root / "bank-calls", shared("realdata/volumes/technion_bank_30min.csv"))
    permits = permit_folder(root / "permits", shared("realdata/eventlogs/receipt.csv.gz"))
    done = bpo("run", bank, permits, "--out", root / "out")
    assert done.returncode == 0, f"{done.stdout}\n{done.stderr}"
    return root / "out"


def figures(reports, client):
    results = json.loads((reports / client / "base" / "results.json").read_text())
    return {figure["name"]: figure["value"] for chapter in results["chapters"].values() for figure in chapter}


@pytest.mark.notebook
def test_both_reports_are_finished(reports):
    for client in ("bank-calls", "permits"):
        page = (reports / client / "base" / "report.html").read_text()
        assert page.count("<figure") >= 5
        assert page.count("<table") >= 10
        assert "Traceback" not in page


@pytest.mark.notebook
def test_the_banks_calls_are_forecast_at_their_level(reports, shared):
    history = pd.read_csv(shared("realdata/volumes/technion_bank_30min.csv"))["y"].sum()
    found = figures(reports, "bank-calls")
    assert 0.7 * history < found["first_year_volume"] < 1.4 * history
    assert 0 < found["wape"] < 0.4
    assert found["paid_fte_peak"] > 1


@pytest.mark.notebook
def test_the_permit_log_gives_the_published_figures(reports, shared):
    published = json.loads(shared("reference/eventlog_reference.json").read_text())["receipt"]
    found = figures(reports, "permits")
    assert found["cases"] == 1434
    assert found["rework_share"] == pytest.approx(91 / 1434)
    assert found["median_cycle_days"] == pytest.approx(2868.5835 / 86_400, rel=1e-6)
    assert published
