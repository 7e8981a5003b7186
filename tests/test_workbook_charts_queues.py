"""The chart of the queues: who brings most, small ones together, nothing for a single queue."""

from dataclasses import replace

import pandas as pd
import stand_ins
from stand_ins import page, title

from bpo_lib.workbook.charts.queues import volume_by_queue

CASE = stand_ins.engagement()


def test_the_largest_queue_is_named_with_its_share():
    assert (
        title(volume_by_queue(stand_ins.outlook_with_queues(), CASE))
        == "Billing brings 50.0% of the first year's volume"
    )


def test_a_client_with_one_queue_has_no_chart():
    assert volume_by_queue(stand_ins.outlook(), CASE).markup == ""


def test_small_queues_are_drawn_as_one():
    whole = stand_ins.outlook()
    many = pd.DataFrame({f"q{place}": whole.mean * (9 - place) for place in range(7)})
    drawn = volume_by_queue(replace(whole, queues=many), CASE)
    texts = [text.text.strip() for text in page(drawn).svg.find_all("text")]
    assert "4 others" in "".join(texts).replace("\u00a0", " ")
    assert len(page(drawn).tbody.find_all("tr")[0].find_all(["th", "td"])) == 8


def test_queues_without_work_are_said_to_have_none():
    whole = stand_ins.outlook()
    idle = pd.DataFrame({"a": whole.mean * 0, "b": whole.mean * 0})
    assert (
        title(volume_by_queue(replace(whole, queues=idle), CASE)) == "No queue is expected to bring any work"
    )
