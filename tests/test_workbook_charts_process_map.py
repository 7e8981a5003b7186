"""The process map in the report and as a file: a finding, a picture, the same in words."""

import map_cases
import pandas as pd
import stand_ins
from defusedxml.ElementTree import fromstring
from stand_ins import page, rows, title

from bpo_lib.process import step_map
from bpo_lib.workbook.charts import process_map, process_map_svg


def test_the_title_says_where_the_time_goes_and_what_is_unwritten():
    # A case passes B 1/(1 - .2 * .6) = 1.136 times and X .227 times, 5 minutes each.
    assert title(process_map(map_cases.looped())) == (
        "Mend it takes most of the work on a case: 1.1 of 2.9 minutes; Mend it has no written path"
    )


def test_the_share_of_cases_stands_on_every_way_but_certain_ones():
    found = page(process_map(map_cases.looped()))
    shares = [text.text for text in found.svg.find_all("text") if text.text.endswith("%")]
    assert sorted(shares) == ["10%", "20%", "30%", "60%", "80%"]


def test_the_same_is_said_in_words():
    shown = {row[0]: row[-1] for row in rows(process_map(map_cases.looped()))}
    assert shown["Does it match?"] == "80.0% to Pay, 20.0% to Mend it"
    assert shown["Pay"] == "the process ends"
    assert "Does it match?: 80.0% to Pay" in page(process_map(map_cases.looped())).find("desc").text


def test_names_are_inert_and_the_picture_carries_no_ids():
    steps = map_cases.LOOPED.assign(name="<img src=x onerror=alert(1)>")
    found = page(process_map(step_map(steps)))
    assert not found.find_all("img")
    assert not [tag for tag in found.svg.find_all() if {"id", "href", "src"} & set(tag.attrs)]


def test_the_map_is_drawn_in_the_colours_of_the_client_and_the_same_twice():
    case = stand_ins.engagement()
    assert process_map(map_cases.looped(), case).markup == process_map(map_cases.looped(), case).markup


def test_without_steps_nothing_is_drawn_since_the_chapter_asks_for_them():
    assert process_map(None).markup == ""


def test_connectors_are_explained_only_where_there_are_any():
    assert "letter in a circle" not in page(process_map(map_cases.looped())).text
    assert "letter in a circle" in page(process_map(map_cases.long_way(40))).text


def test_a_map_whose_order_is_only_that_of_its_rows_is_drawn():
    plain = pd.DataFrame({"step": ["a"], "name": ["Only"], "actor": [""], "minutes": [0.0]})
    assert "Only" in page(process_map(step_map(plain))).svg.text


def test_the_file_is_one_picture_that_stands_by_itself():
    root = fromstring(process_map_svg(map_cases.long_way(40)))
    assert root.tag == "{http://www.w3.org/2000/svg}svg"
    assert root.attrib["width"] == "720"
    assert "font-family" in root.attrib
