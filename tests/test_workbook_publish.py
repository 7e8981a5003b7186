"""Files appear whole or not at all, and what was good stays until then."""

import os
import time

import pytest

from bpo_lib.workbook import publish as publishing
from bpo_lib.workbook.publish import publish


def test_files_are_written_in_order_and_replace_earlier_ones(tmp_path):
    publish(tmp_path / "a" / "b", {"report.html": "old"})
    publish(tmp_path / "a" / "b", {"report.html": "new", "results.json": "{}"})
    assert sorted(path.name for path in (tmp_path / "a" / "b").iterdir()) == ["report.html", "results.json"]
    assert (tmp_path / "a" / "b" / "report.html").read_text() == "new"


@pytest.mark.parametrize("point", ["fsync", "replace"])
def test_a_crash_while_writing_leaves_the_earlier_file_and_no_litter(tmp_path, monkeypatch, point):
    publish(tmp_path, {"report.html": "good"})

    def disk_full(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(publishing.os, point, disk_full)
    with pytest.raises(OSError, match="No space left"):
        publish(tmp_path, {"report.html": "half"})
    assert [(path.name, path.read_text()) for path in tmp_path.iterdir()] == [("report.html", "good")]


def test_parts_of_a_killed_run_are_swept_but_not_those_of_a_running_one(tmp_path):
    for name, age in (("old", 7200), ("young", 10)):
        part = tmp_path / f".report.html.{name}.part"
        part.write_text("half")
        os.utime(part, (time.time() - age,) * 2)
    publish(tmp_path, {"report.html": "good"})
    assert sorted(path.name for path in tmp_path.iterdir()) == [".report.html.young.part", "report.html"]


def test_text_that_no_file_can_hold_is_replaced_not_fatal(tmp_path):
    publish(tmp_path, {"report.html": "a\ud800b"})
    assert (tmp_path / "report.html").read_text() == "a?b"
