"""The row in which scenarios are kept, loaded and compared."""

from bpo_lib.workbook.scenario_bar import NOW, ScenarioBar


def buttons(bar):
    return [child.description for row in bar.children for child in row.children]


def test_without_a_folder_nothing_is_saved_or_loaded():
    assert buttons(ScenarioBar(["base"], can_save=False)) == [
        "Reset to the client's values",
        "Compare with base",
        "as set here",
    ]


def test_two_are_ticked_at_first_and_a_new_scenario_is_ticked():
    bar = ScenarioBar(["base", "low", "high"], can_save=True)
    assert bar.ticked == [NOW, "low"]
    bar.ticks["low"].value = False
    bar.list_scenarios(["base", "low", "high", "mine"])
    assert bar.ticked == [NOW, "mine"]
    assert bar.load_box.options == ("base", "low", "high", "mine")
    assert bar.load_box.value == "base"


def test_buttons_say_what_was_chosen():
    bar, asked = ScenarioBar(["base", "low"], can_save=True), []
    bar.on_reset(lambda: asked.append("reset"))
    bar.on_load(asked.append)
    bar.on_save(lambda name, replace: asked.append((name, replace)))
    bar.on_compare(asked.append)
    bar.load_box.value, bar.name_box.value, bar.replace_box.value = "low", " mine ", True
    for button in (bar.reset_button, bar.load_button, bar.save_button, bar.compare_button):
        button.click()
    assert asked == ["reset", "low", ("mine", True), [NOW, "low"]]
