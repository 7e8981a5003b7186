"""The tornado of both sides: its finding, its rows, what is left out."""

import risk_frames
import stand_ins
from stand_ins import page, rows, title

from bpo_lib.workbook.charts import risk_tornado

CASE = stand_ins.engagement()
FRAME = risk_frames.tornado()


def drawn(figure):
    return [text.text.strip("\u00a0") for text in page(figure).svg("text")]


def test_the_title_names_what_moves_either_side_most():
    # Volume from 0.88 to 1.12 times 6.9 million; handling time from 0.9 to 1.1 times 6.2 million.
    assert title(risk_tornado(FRAME, "transaction", CASE)) == (
        "A price per transaction: the client's cost hangs most on volume (EUR 828,000 less to EUR 828,000 "
        "more), the provider's margin on handling time (EUR 620,000 less to EUR 620,000 more)"
    )


def test_the_widest_for_the_client_is_on_top_and_what_moves_nothing_is_left_out():
    names = [text for text in drawn(risk_tornado(FRAME, "transaction", CASE)) if text[0].isupper()]
    assert names.index("Volume") < names.index("Deflection")
    assert "Currency" not in names


def test_the_table_holds_every_driver():
    shown = rows(risk_tornado(FRAME, "transaction", CASE))
    assert len(shown) == len(risk_frames.DRIVERS)
    assert shown[0] == ["Volume", "6,672,000", "8,328,000", "616,000", "784,000"]


def test_without_the_providers_cost_one_panel_is_drawn():
    unknown = FRAME.assign(provider=float("nan"), provider_low=float("nan"), provider_high=float("nan"))
    figure = risk_tornado(unknown, "transaction", CASE)
    assert not [text for text in drawn(figure) if text.startswith("Provider")]
    assert title(figure).endswith("EUR 828,000 more)")


def test_where_nothing_moves_nothing_is_drawn():
    assert "No driver moves" in page(risk_tornado(FRAME, "somebody else", CASE)).text
    still = FRAME.assign(client_low=FRAME["client"], client_high=FRAME["client"])
    still = still.assign(provider_low=FRAME["provider"], provider_high=FRAME["provider"])
    assert "No driver moves" in page(risk_tornado(still, "transaction", CASE)).text
