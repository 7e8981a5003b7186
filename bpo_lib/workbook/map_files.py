"""The process map as files that a client opens in tools of its own."""

from pathlib import Path
from typing import Final

from bpo_lib.engagement import Engagement
from bpo_lib.errors import InputError
from bpo_lib.process import process_evidence
from bpo_lib.process.map.bpmn import bpmn
from bpo_lib.process.map.mermaid import mermaid
from bpo_lib.workbook.charts.process_map import process_map_svg

STEM: Final = "process-map"
_DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n'


def write_map(case: Engagement, folder: Path) -> tuple[Path, ...]:
    """Write the process map as a drawing, as BPMN 2.0 and as mermaid text.

    Parameters
    ----------
    case : Engagement
    folder : Path
        Made when it is not there; older maps in it are written over.

    Returns
    -------
    tuple of Path
        process-map.svg, process-map.bpmn and process-map.mmd.

    Raises
    ------
    InputError
        When the client gives no step table.
    """
    found = process_evidence(case).map
    if found is None:
        raise InputError(f"{case.client} gives no steps.csv, so there is no process to draw")
    folder.mkdir(parents=True, exist_ok=True)
    written = {
        "svg": process_map_svg(found, case),
        "bpmn": _DECLARATION + bpmn(found, case.profile.process),
        "mmd": mermaid(found),
    }
    paths = []
    for ending, text in written.items():
        path = folder / f"{STEM}.{ending}"
        path.write_text(text, encoding="utf-8", newline="\n")
        paths.append(path)
    return tuple(paths)
