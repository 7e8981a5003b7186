"""client.yml: what was typed, checked, with the line of every mistake."""

import datetime as dt

import pytest
from client_folders import SETTINGS

from bpo_lib.intake.problem_list import ProblemList
from bpo_lib.intake.settings import profile_of, settings_of_yaml
from bpo_lib.intake.text_tables import TableError


def profile(text: str):
    problems = ProblemList()
    found = profile_of("client.yml", settings_of_yaml(text.encode()), problems)
    assert not problems, problems.all()
    return found


def problems_in(text: str) -> list[str]:
    problems = ProblemList()
    assert profile_of("client.yml", settings_of_yaml(text.encode()), problems) is None
    return [str(problem) for problem in problems.all()]


def changed(**settings: str) -> str:
    lines = dict(line.split(": ", 1) for line in SETTINGS.splitlines())
    return "".join(f"{name}: {value}\n" for name, value in (lines | settings).items())


def test_the_settings_become_a_profile():
    found = profile(changed(brand='{primary: "#102030"}', chapters="[pricing, summary]"))
    assert (found.title, found.start, found.term_months) == ("Acme: claims", dt.date(2026, 1, 1), 36)
    assert (found.chapters, found.brand.primary) == (("pricing", "summary"), "#102030")


def test_a_country_brings_its_holidays_and_norway_is_not_a_no():
    found = profile(changed(country="NO"))
    assert (found.country, found.subdivision) == ("NO", "")
    assert profile(changed(country="DE", subdivision="BY")).subdivision == "BY"


def test_where_and_when_the_client_works_is_read():
    found = profile(
        changed(
            time_zone="Europe/Berlin", hours="Mon-Fri 08:00-18:00", languages="[German, English]",
            residency="[EU, CH]",
        )
    )  # fmt: skip
    assert (found.time_zone, found.hours) == ("Europe/Berlin", "Mon-Fri 08:00-18:00")
    assert (found.languages, found.residency) == (("German", "English"), ("EU", "CH"))
    assert profile(SETTINGS).residency == ()


def test_words_that_yaml_would_translate_stay_what_was_typed():
    found = profile(changed(title="no", process="010", sector="1:30", transaction="1e3"))
    assert (found.title, found.process, found.sector, found.transaction) == ("no", "010", "1:30", "1e3")


@pytest.mark.parametrize(
    ("settings", "problem"),
    [
        (
            {"currency": "EURO"},
            "row 4, currency: 'EURO' is not a currency code. Write three capital letters, such as EUR",
        ),
        (
            {"start": "01.2026"},
            "row 5, start: '01.2026' is not a month. Write year and month, such as \"2026-01\"",
        ),
        (
            {"start": "2026-13"},
            "row 5, start: '2026-13' is not a month. Write year and month, such as \"2026-01\"",
        ),
        (
            {"term_months": "3_6"},
            "row 6, term_months: '3_6' is not a plain number. Write digits with a point",
        ),
        (
            {"term_months": "6"},
            "row 6, term_months: term_months is 6, outside the term allowed. Write 12 to 84 months",
        ),
        (
            {"operation": "yes"},
            "row 7, operation: 'yes' is not a kind of operation. Use one of: voice, chat, back_office",
        ),
        ({"time_zone": "CET"}, "row 9, time_zone: 'CET' is not the name of a time zone. Write such as"),
        ({"hours": "always"}, "row 9, hours: 'always' does not say days and hours. Write such as"),
        ({"residency": "[Europe]"}, "row 9, residency: 'Europe' is no country in residency. Write codes"),
        ({"country": "de"}, "row 9, country: 'de' is not a country code. Did you mean DE?"),
        (
            {"country": "Germany"},
            "row 9, country: 'Germany' is not a country code. Write two capital letters, such as DE",
        ),
        (
            {"country": "DE", "subdivision": "by"},
            "row 10, subdivision: 'by' is not a subdivision of DE. Did you mean BY?",
        ),
        (
            {"subdivision": "BY"},
            "row 9, subdivision: subdivision is given without a country. Add a line such as country: DE",
        ),
        (
            {"country": "DK", "subdivision": "84"},
            "row 10, subdivision: holidays in DK are the same everywhere. Leave subdivision out",
        ),
        ({"title": "x" * 201}, "row 1, title: title has more than 200 characters. Shorten it"),
        ({"title": '"a\\u0000b"'}, "row 1, title: 'a?b' holds a control character. Type the text again"),
        ({"title": '"\\ud800"'}, "row 1, title: '?' holds a control character. Type the text again"),
        (
            {"title": '" "'},
            'row 1, title: title is blank. Write a line such as title: "Harbour Insurance: claims"',
        ),
        ({"title": "[a, b]"}, "row 1, title: title holds a list. Write one value"),
        (
            {"title": ""},
            'row 1, title: title is missing. Write a line such as title: "Harbour Insurance: claims"',
        ),
        ({"chapters": "all"}, "row 9, chapters: chapters is not a list. Write chapters: [process, fit"),
        ({"chapters": "[fit, fitt]"}, "row 9, chapters: 'fitt' is not a chapter. Did you mean fit?"),
        ({"chapters": "[fit, fit]"}, "row 9, chapters: a chapter is named twice. Keep one of them"),
        (
            {"brand": "{primary: blue}"},
            "row 9, brand.primary: 'blue' is not a colour. Write it as \"#12355b\"",
        ),
        ({"brand": "blue"}, "row 9: 'brand' is not a setting. Did you mean brand.logo?"),
        ({"currenzy": "EUR"}, "row 9: 'currenzy' is not a setting. Did you mean currency?"),
    ],
)
def test_each_mistake_is_named_with_its_line(settings, problem):
    [found] = problems_in(changed(**settings))
    assert found.startswith(f"client.yml, {problem}")


@pytest.mark.parametrize(
    ("text", "row", "message"),
    [
        ("a: !!binary eA==", 1, "the tag 'tag:yaml.org,2002:binary' is not read"),
        (
            "a: !!python/object/apply:os.system ['x']",
            1,
            "the tag 'tag:yaml.org,2002:python/object/apply:os.system'",
        ),
        ("a: &x 1\nb: *x", 1, "anchors (&) and aliases (*) are not read"),
        ("<<: {a: 1}", 1, "merge keys (<<) are not read"),
        ("a: 1\na: 2", 2, "'a' is given twice"),
        ("? [a]\n: 1", 1, "a setting's name is a list"),
        ("brand: {primary: {a: 1}}", 1, "'brand.primary' holds settings of its own"),
        ("a: [[[[1]]]]", 1, "settings are nested too deeply"),
        ("title: a: b", 1, "this is not YAML: mapping values are not allowed here"),
        ("a: 1\n---\nb: 2", 2, "this is not YAML: but found another document"),
        ("title: \x1b", 1, "the line holds a control character"),
        ("- a", 1, "the file holds no settings"),
        ("# nothing", 1, "the file holds no settings"),
        ("", None, "the file is empty"),
        ("a: " + "x" * 64_000, None, "the file has 64.0 kB, more than the 64.0 kB that are read"),
    ],
)
def test_yaml_that_is_more_than_settings_is_refused(text, row, message):
    with pytest.raises(TableError) as caught:
        settings_of_yaml(text.encode())
    assert (caught.value.row, caught.value.message[: len(message)]) == (row, message)


def test_another_encoding_is_named_with_its_line():
    with pytest.raises(TableError, match="the file is not UTF-8") as caught:
        settings_of_yaml("title: a\nsector: é\n".encode("latin-1"))
    assert caught.value.row == 2
