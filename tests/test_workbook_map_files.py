"""The process map as files to hand on."""

from xml.etree import ElementTree as ET

import pytest
from sample_cases import CLAIMS, PAYABLES, sample

from bpo_lib.errors import InputError
from bpo_lib.workbook.cli import main
from bpo_lib.workbook.map_files import write_map


def test_three_files_are_written_and_the_xml_among_them_is_well_formed(tmp_path):
    drawing, model, text = write_map(sample(PAYABLES), tmp_path / "maps")
    assert ET.parse(drawing).getroot().tag.endswith("svg")  # noqa: S314 - our own
    assert ET.parse(model).getroot().tag.endswith("definitions")  # noqa: S314 - our own
    assert text.read_text(encoding="utf-8").startswith("flowchart")


def test_the_drawing_stands_alone_and_loads_nothing(tmp_path):
    drawing, *_ = write_map(sample(PAYABLES), tmp_path)
    text = drawing.read_text(encoding="utf-8")
    assert "<script" not in text
    assert "href" not in text


def test_without_steps_it_says_what_is_missing(tmp_path):
    with pytest.raises(InputError, match=r"gives no steps\.csv"):
        write_map(sample(CLAIMS), tmp_path)


def test_the_command_writes_them_beside_the_reports(tmp_path, capsys):
    assert main(["map", f"data/samples/{PAYABLES}", "--out", str(tmp_path)]) == 0
    assert (tmp_path / PAYABLES / "process-map.bpmn").exists()
    assert "process-map.mmd" in capsys.readouterr().out
