"""From volume to paid people: published hours, sums by hand, and the laws of a team."""

import re

import numpy as np
import pytest
from volume_cases import call_centre, case, noisy

from bpo_lib.errors import InputError
from bpo_lib.staffing import WorkTerms, handling_hours, productive_hours, required_agents, required_fte
from bpo_lib.staffing.week import targets, week_demand
from bpo_lib.staffing.workload import WEEKS_PER_MONTH, check_months


@pytest.fixture(scope="module")
def voice():
    return case(call_centre(12), "intraday")


def office(**work):
    return case(noisy(30, "MS"), "monthly", operation="back_office", **work)


def test_productive_hours_of_wewfm():
    # 176 h, 10.3% shrinkage inside and 14% outside: 135.77 productive hours.
    work = WorkTerms(
        handling_minutes=4, paid_hours_per_month=176, planned_shrinkage=0.14, unplanned_shrinkage=0.103
    )
    assert productive_hours(work) == pytest.approx(135.77, abs=0.005)


def test_productive_share_of_custcareroi():
    # 25.75 of 40 paid hours are productive (64.375%): 19.30 an hour paid is 29.98 an hour worked.
    work = WorkTerms(
        handling_minutes=4, paid_hours_per_month=160, planned_shrinkage=0, unplanned_shrinkage=1 - 0.64375
    )
    assert 19.30 * 160 / productive_hours(work) == pytest.approx(29.98, abs=0.005)


def test_shrinkage_multiplies_where_goto_adds():
    # GoTo adds 8 and 3 hours of 40 to 27.5%; one after the other, 20% and 7.5% leave 74%, not 72.5%.
    work = WorkTerms(handling_minutes=4, planned_shrinkage=8 / 40, unplanned_shrinkage=3 / 40)
    assert work.available_share == pytest.approx(0.74)


def test_workload_of_jones():
    # 20,000 calls of 330 s are 1,833 hours.
    assert handling_hours(20_000, 5.5) == pytest.approx(1_833, abs=0.5)


def test_back_office_by_hand():
    # 6,000 x 12 min = 1,200 h; a FTE gives 160 x 0.8 x 0.9 x 0.85 = 97.92 h: 12.25 FTE.
    client = office(handling_minutes=12, planned_shrinkage=0.2, unplanned_shrinkage=0.1, max_occupancy=0.85)
    assert required_fte(client, [6_000]).tolist() == pytest.approx([1_200 / 97.92])


def test_voice_by_hand_from_its_intervals(voice):
    # Agents of each half hour of the average week, paid with shrinkage; nothing rounded.
    work, demand, volume = voice.of(WorkTerms), week_demand(voice), 21_000.0
    load = volume / WEEKS_PER_MONTH * demand.share * 4 / 30
    agents = required_agents(load, 240, work.service_level, work.answer_seconds, work.max_occupancy)
    hours = agents.sum() / 2 * WEEKS_PER_MONTH
    assert required_fte(voice, [volume])[0] == pytest.approx(hours / (160 * 0.86 * 0.80), rel=1e-12)


def test_the_staircase_is_exact_at_any_volume(voice):
    work, demand = voice.of(WorkTerms), week_demand(voice)
    volumes = np.random.default_rng(0).uniform(0, 60_000, 200)
    one_by_one = [
        targets(work).agents(demand.load(volume / WEEKS_PER_MONTH, 4)).sum() / 2 for volume in volumes
    ]
    expected = np.array(one_by_one) * WEEKS_PER_MONTH / productive_hours(work)
    assert required_fte(voice, volumes) == pytest.approx(expected, rel=1e-12)


@pytest.mark.parametrize("shape", [(60,), (50, 60), (0,)])
def test_any_number_of_volumes_keeps_its_shape(voice, shape):
    volumes = np.random.default_rng(1).uniform(0, 40_000, shape)
    together = required_fte(voice, volumes)
    assert together.shape == shape
    alone = [float(required_fte(voice, [volume])[0]) for volume in volumes.ravel()[:5]]
    assert together.ravel()[:5].tolist() == pytest.approx(alone)


@pytest.mark.parametrize("operation", ["voice", "back_office"])
def test_more_volume_never_needs_fewer_people(operation):
    client = case(call_centre(6), "intraday", operation=operation)
    people = required_fte(client, np.linspace(0, 50_000, 2_001))
    assert people[0] == 0
    assert (np.diff(people) >= 0).all()


def test_a_small_team_needs_more_than_its_workload(voice):
    # Pooling: waiting customers cost a small team more idle time than a large one.
    work = voice.of(WorkTerms)
    volumes = np.array([1_000.0, 10_000.0, 100_000.0])
    occupancy = handling_hours(volumes, 4) / (required_fte(voice, volumes) * productive_hours(work))
    assert (np.diff(occupancy) > 0).all()
    assert (occupancy < work.max_occupancy).all()


def test_longer_calls_and_more_shrinkage_need_more_people(voice):
    base = required_fte(voice, [20_000])[0]
    for name, value in [("handling_minutes", 5), ("unplanned_shrinkage", 0.3), ("service_level", 0.95)]:
        assert required_fte(voice.with_values({f"work.{name}": value}), [20_000])[0] > base


@pytest.mark.parametrize(
    ("volume", "words"),
    [
        ([1, np.nan], "volume of month 2 is missing"),
        ([[1, 2], [3, -4]], "volume of month 2 is negative"),
        ([np.inf], "volume of month 1 is infinite"),
    ],
)
def test_a_volume_that_cannot_be_staffed_is_named(voice, volume, words):
    with pytest.raises(InputError, match=re.escape(words)):
        required_fte(voice, volume)


def test_the_first_faulty_month_of_all_paths_is_named():
    with pytest.raises(InputError, match="fte of month 2 is missing"):
        check_months("fte", [[1, 1, np.nan], [1, np.nan, 1]])
