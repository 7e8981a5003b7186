"""Client and scenario names: what may become a folder or a file."""

import json

import pytest

from bpo_lib.errors import InputError
from bpo_lib.intake.client_id import check_client_id, check_scenario_name


@pytest.mark.parametrize("name", ["a", "harbour_claims", "2026-renewal", "x" * 63])
def test_plain_names_are_taken_as_they_are(name):
    assert check_client_id(name) == name


def test_every_hostile_name_but_the_plain_one_is_refused(shared):
    names = json.loads(shared("hostile/client_ids.json").read_text("utf-8"))
    for name in set(names) - {"a"}:
        with pytest.raises(InputError) as caught:
            check_client_id(name)
        assert str(caught.value).isprintable()


@pytest.mark.parametrize("name", ["con", "nul", "com1", "lpt9", "aux"])
def test_names_of_windows_devices_are_refused(name):
    with pytest.raises(InputError, match="Windows reserves it for a device"):
        check_client_id(name)


def test_a_refused_name_is_told_what_is_allowed():
    with pytest.raises(InputError, match="'Acme' cannot name a client folder: use 1 to 63 small letters a-z"):
        check_client_id("Acme")
    with pytest.raises(InputError, match="'a/b' cannot name a scenario"):
        check_scenario_name("a/b")


def test_base_cannot_name_a_scenario_file():
    with pytest.raises(InputError, match="'base' is the client's own assumptions"):
        check_scenario_name("base")
