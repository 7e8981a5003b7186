"""`client.yml` as a `Profile`: plain text settings, every mistake named with its line."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, get_args

import yaml
from pydantic import ValidationError
from pydantic_core import ErrorDetails

from bpo_lib.intake import cells, place_words
from bpo_lib.intake.cells import CellError, nearest, quoted
from bpo_lib.intake.log_settings import LOG_READERS, LOG_SEPARATORS
from bpo_lib.intake.problem_list import ProblemList
from bpo_lib.intake.text_tables import Table, TableError, check_size
from bpo_lib.profile import CHAPTERS, Brand, Profile

MOST_BYTES = 64_000
_DEEPEST = 3  # a mapping of settings, `brand` or `log` inside it, and a list
_NESTED = ("brand", "log")
_KEYS = (
    *(name for name in Profile.model_fields if name not in _NESTED),
    *(f"brand.{name}" for name in Brand.model_fields),
    *LOG_READERS,
)
_LISTS = ("chapters", "languages", "residency")
_SEPARATORS = {**dict.fromkeys(_LISTS, ","), **LOG_SEPARATORS}  # between entries in one cell of a sheet
_EXAMPLES = {
    "title": 'title: "Harbour Insurance: claims"',
    "process": "process: claims handling",
    "sector": "sector: insurance",
    "currency": "currency: EUR",
    "start": 'start: "2026-01"',
    "term_months": "term_months: 36",
    "operation": "operation: back_office",
}


@dataclass(frozen=True)
class Setting:
    """One setting as the client wrote it, and where."""

    value: str | list[str]
    row: int


def settings_of_yaml(data: bytes) -> dict[str, Setting]:
    """Return the settings of a YAML file by dotted name; every value is the text that stands there.

    YAML would read `no` as false, `010` as eight and `1:30` as ninety; here they stay what was typed.

    Raises
    ------
    TableError
        When the file is not plain YAML: no tags, anchors, merge keys, deep nesting or repeated keys.
    """
    check_size(len(data.strip()), MOST_BYTES)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise TableError("the file is not UTF-8", "Save it again as UTF-8", line) from None
    try:
        _check_events(text)
        root = yaml.compose(text, Loader=yaml.SafeLoader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark
        fix = (
            "Write one setting per line as 'name: value', the value between quotation marks if it has a colon"
        )
        raise TableError(f"this is not YAML: {error.problem}", fix, mark.line + 1 if mark else None) from None
    except yaml.reader.ReaderError as error:
        line = text.count("\n", 0, error.position) + 1
        raise TableError("the line holds a control character", "Type the line again", line) from None
    if not isinstance(root, yaml.MappingNode):
        raise TableError(
            "the file holds no settings", "Write one setting per line, such as title: Harbour Claims", 1
        )
    return dict(_settings(root, ""))


def _check_events(text: str) -> None:
    """Refuse, while nothing is built yet, what makes a small YAML file large or alive."""
    depth = 0
    for event in yaml.parse(text, Loader=yaml.SafeLoader):
        line = event.start_mark.line + 1 if event.start_mark else None
        tag = getattr(event, "tag", None)
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            raise TableError("anchors (&) and aliases (*) are not read", "Write the value itself", line)
        if tag:
            raise TableError(f"the tag {quoted(tag)} is not read", "Write the value without '!'", line)
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        if depth > _DEEPEST:
            raise TableError("settings are nested too deeply", "Only brand and log hold settings", line)


def _settings(node: yaml.MappingNode, prefix: str) -> Iterator[tuple[str, Setting]]:
    seen: set[str] = set()
    for key, value in node.value:
        row = key.start_mark.line + 1
        if not isinstance(key, yaml.ScalarNode):
            raise TableError("a setting's name is a list", "Write it as 'name: value'", row)
        name = prefix + key.value
        if key.value == "<<":
            raise TableError("merge keys (<<) are not read", "Write the settings themselves", row)
        if name in seen:
            raise TableError(f"{quoted(name)} is given twice", "Keep one of the lines", row)
        seen.add(name)
        if isinstance(value, yaml.MappingNode) and not prefix:
            yield from _settings(value, f"{name}.")
        else:
            yield name, Setting(_plain_value(value, name), row)


def _plain_value(node: yaml.Node, name: str) -> str | list[str]:
    if isinstance(node, yaml.ScalarNode):
        return str(node.value)
    if isinstance(node, yaml.SequenceNode) and all(isinstance(item, yaml.ScalarNode) for item in node.value):
        return [str(item.value) for item in node.value]
    raise TableError(f"{quoted(name)} holds settings of its own", "Write one value", node.start_mark.line + 1)


def settings_of_sheet(table: Table) -> dict[str, Setting]:
    """Return the settings of the sheet `client`: a key and a value per row.

    Chapters and columns are separated by commas, end activities by semicolons.

    Raises
    ------
    TableError
        When a key is given twice.
    """
    found: dict[str, Setting] = {}
    for row, record in table.records():
        key, value = record["key"].strip(), record["value"]
        if key in found:
            raise TableError(f"{quoted(key)} is given twice", "Keep one of the rows", row)
        listed = key in _SEPARATORS and bool(value.strip())
        parts = [part.strip() for part in value.split(_SEPARATORS[key])] if listed else value
        found[key] = Setting(parts, row)
    return found


def profile_of(file: str, settings: Mapping[str, Setting], problems: ProblemList) -> Profile | None:
    """Return the checked profile, or None after writing down everything wrong with it."""
    given = {name: setting for name, setting in settings.items() if setting.value not in ("", [])}
    before = problems.count
    values: dict[str, Any] = {name: {} for name in _NESTED}
    for name, setting in given.items():
        try:
            value = _read(name, setting.value)
        except CellError as error:
            column = name if name in _KEYS else None
            problems.place(file, setting.row).add_error(column, error)
        else:
            _place(values, name, value)
    if "subdivision" in values:
        _check_subdivision(file, values, given["subdivision"].row, problems)
    for name in (name for name in _EXAMPLES if name not in given):
        place = problems.place(file, settings[name].row if name in settings else None)
        place.add(name, f"{name} is missing", f"Write a line such as {_EXAMPLES[name]}")
    try:
        profile = Profile(**{**_STAND_INS, **values})
    except ValidationError as error:
        for detail in error.errors():
            _add_detail(file, detail, given, problems)
        return None
    return profile if problems.count == before else None


# Settings that are wrong in themselves are stood in for, so that the others are still judged.
_STAND_INS: dict[str, Any] = {
    "title": "-",
    "process": "-",
    "sector": "-",
    "currency": "EUR",
    "start": "2026-01-01",
    "term_months": 36,
    "operation": "voice",
}


def _place(values: dict[str, Any], name: str, value: Any) -> None:
    section, _, own = name.partition(".")
    if own:
        values[section][own] = value
    else:
        values[name] = value


def _read(name: str, value: str | list[str]) -> Any:
    if name not in _KEYS:
        raise CellError(f"{quoted(name)} is not a setting", nearest(name, _KEYS))
    if name in LOG_READERS:
        return LOG_READERS[name](value)
    if name == "chapters":
        return _chapters(value)
    if name in _LISTS:
        return _words(name, value)
    if isinstance(value, list):
        raise CellError(f"{name} holds a list", "Write one value")
    if name in _READERS:
        return _READERS[name](value)
    if not value.strip():
        raise CellError(f"{name} is blank", f"Write a line such as {_EXAMPLES.get(name, name + ': value')}")
    return cells.printable(value)


def _operation(value: str) -> str:
    known = get_args(Profile.model_fields["operation"].annotation)
    if value not in known:
        raise CellError(f"{quoted(value)} is not a kind of operation", f"Use one of: {', '.join(known)}")
    return value


_READERS: dict[str, Callable[[str], Any]] = {
    "start": cells.month,
    "term_months": cells.whole_number,
    "operation": _operation,
    "country": place_words.country,
    "time_zone": place_words.time_zone,
    "hours": place_words.hours,
}


def _words(name: str, value: str | list[str]) -> tuple[str, ...]:
    """Return the languages served, or the countries in which data may be seen."""
    listed = [value] if isinstance(value, str) else value
    if name == "residency":
        return place_words.residency(listed)
    return place_words.languages(listed)


def _check_subdivision(file: str, values: Mapping[str, Any], row: int, problems: ProblemList) -> None:
    """Write down a subdivision that its country does not have."""
    country, subdivision = values.get("country", ""), values["subdivision"]
    known = place_words.subdivisions().get(country, ())
    if subdivision in known:
        return
    if not country:
        message, fix = "subdivision is given without a country", "Add a line such as country: DE"
    elif not known:
        message, fix = f"holidays in {country} are the same everywhere", "Leave subdivision out"
    else:
        message, fix = f"{quoted(subdivision)} is not a subdivision of {country}", _one_of(subdivision, known)
    problems.place(file, row).add("subdivision", message, fix)


def _one_of(name: str, known: Sequence[str]) -> str:
    same = [each for each in known if each.casefold() == name.strip().casefold()]
    return f"Did you mean {same[0]}?" if same else nearest(name, known)


def _chapters(value: str | list[str]) -> tuple[str, ...]:
    if isinstance(value, str):
        raise CellError("chapters is not a list", f"Write chapters: [{', '.join(CHAPTERS)}] or fewer")
    for name in value:
        if name not in CHAPTERS:
            raise CellError(f"{quoted(name)} is not a chapter", nearest(name, CHAPTERS))
    if len(set(value)) < len(value):
        raise CellError("a chapter is named twice", "Keep one of them")
    return tuple(value)


def _add_detail(file: str, detail: ErrorDetails, given: Mapping[str, Setting], problems: ProblemList) -> None:
    name = ".".join(str(part) for part in detail["loc"])
    row = given[name].row if name in given else None
    shown = quoted(str(detail.get("input")))
    context = detail.get("ctx", {})
    message, fix = f"{shown}: {detail['msg']}", "Correct the value"
    match detail["type"]:
        case "string_pattern_mismatch" if name == "currency":
            message, fix = f"{shown} is not a currency code", "Write three capital letters, such as EUR"
        case "string_pattern_mismatch":
            message, fix = f"{shown} is not a colour", 'Write it as "#12355b", between quotation marks'
        case "string_too_long":
            longest = context["max_length"]
            message, fix = f"{name} has more than {longest} characters", "Shorten it"
        case "greater_than_equal" | "less_than_equal":
            message, fix = f"{name} is {detail['input']}, outside the term allowed", "Write 12 to 84 months"
    problems.place(file, row).add(name, message, fix)
