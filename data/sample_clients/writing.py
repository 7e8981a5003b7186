"""How a table becomes a file: one way for every client, the same bytes on every machine."""

import csv
import io
from collections.abc import Iterable, Sequence
from pathlib import Path

import numpy as np

COLUMNS = {
    "assumptions": "name,value,low,high,unit,source,as_of,note",
    "volumes": "start,volume",
    "queues": "start,volume,queue",
    "calendar": "date,kind,name,effect,yearly",
    "answers": "criterion,level,source,date,rater,note",
    "steps": "step,name,actor,system,minutes,case_share,kind,"
    "exception_to,quality_check,escalation,control,document,next,trigger,input,output,data_class,"
    "input_kind,rule_based,digital,stable",
    "events": "case_id,activity,timestamp,lifecycle,resource",
    "vendors": "vendor,criterion,answer,evidence,note,evaluator,date",
    "locations": "location,share,currency,wage_per_month,source,benefit_share,agents_per_lead,"
    "lead_wage_per_month,support_per_fte_month,facilities_per_seat_month,fte_per_seat,"
    "technology_per_fte_month,telephony_per_fte_month,cost_per_hire,extra_wage_growth_per_year,note,"
    "place,country,time_zone,hours,languages",
    "currencies": "currency,rate,source,volatility_per_year,date",
    "weights": "method,first,second,value,rater,date,note",
    "price_tiers": "from_volume,to_volume,unit_price",
    "service_measures": "measure,target,expected,spread,better,allocation,multiplier,points,"
    "quality_effect,note",
    "scenario": "name,value,note",
}

Row = Sequence[object]


def write_table(path: Path, kind: str, body: Iterable[Row]) -> None:
    """Write rows under the header of their kind; None and "" become an empty cell."""
    header = COLUMNS[kind].split(",")
    page = io.StringIO()
    writer = csv.writer(page, lineterminator="\n")
    writer.writerow(header)
    for row in body:
        if len(row) != len(header):
            message = f"{path.name}: {row} has {len(row)} cells, not {len(header)}"
            raise ValueError(message)
        writer.writerow(row)
    write_text(path, page.getvalue())


def write_text(path: Path, text: str) -> None:
    """Write UTF-8 with Unix line ends whatever the machine."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text.encode("utf-8"))


def rows(text: str) -> list[list[str]]:
    """Return a table that was typed with bars between its cells; an empty cell stays empty."""
    return [[cell.strip() for cell in line.split("|")] for line in text.strip().splitlines()]


def steps(table: Iterable[Sequence[str]], work: Iterable[Sequence[str]]) -> list[list[str]]:
    """Return the rows of a step table: who does what, then where cases go and what the work is like.

    Both tables begin with the id of the step and hold the same steps in the same order.
    """
    lines = []
    for who, what in zip(table, work, strict=True):
        if who[0] != what[0]:
            message = f"the step {who[0]} stands beside {what[0]}"
            raise ValueError(message)
        lines.append([*who, *what[1:]])
    return lines


def answers(
    raters: Sequence[str], date: str, table: Iterable[tuple[str, str, str, str]]
) -> list[tuple[str, str, str, str, str, str]]:
    """Return one row per criterion and rater.

    A line of `table` is criterion, source, levels in the order of `raters` ("2 3 -",
    a dash for no answer) and a note, which the first rater carries.
    """
    lines = []
    for criterion, source, levels, note in table:
        for position, (rater, level) in enumerate(zip(raters, levels.split(), strict=True)):
            given = "" if level == "-" else level
            lines.append((criterion, given, source, date, rater, "" if position else note))
    return lines


def vendors(
    criteria: Sequence[str],
    evaluators: Sequence[str],
    marked: str,
    table: dict[str, tuple[str, str, dict[str, tuple[str, str]]]],
) -> list[tuple[str, ...]]:
    """Return one row per provider and criterion, and per evaluator where several marked it.

    A provider has the date of its bid, a line and notes. The line holds "answer:evidence" for each
    criterion in order: evidence r, c, d, k or nothing (reference, certificate, demo, claim), an answer
    of "-" for none, and levels such as "4/3/-" in the order of `evaluators`, who gave them on the day
    `marked`. Notes are (date, text) by criterion, without a date that of the bid; the first row of a
    criterion carries the text.
    """
    words = {"r": "reference", "c": "certificate", "d": "demo", "k": "claim", "": ""}
    lines = []
    for vendor, (bid, line, notes) in table.items():
        for criterion, cell in zip(criteria, line.split(), strict=True):
            answer, _, evidence = cell.partition(":")
            marks, (day, note) = answer.split("/"), notes.get(criterion, ("", ""))
            names = evaluators if len(marks) > 1 else [""]
            for position, (name, mark) in enumerate(zip(names, marks, strict=True)):
                if mark == "-" and len(marks) > 1:
                    continue  # an evaluator who was not there
                given = "" if mark == "-" else mark
                told = "" if position else note
                date = day or (marked if name else bid)
                lines.append((vendor, criterion, given, words[evidence], told, name, date))
    return lines


def frozen_stream(seed: int) -> np.random.RandomState:
    """Return the one numpy stream whose numbers are promised never to change between versions."""
    return np.random.RandomState(seed)
