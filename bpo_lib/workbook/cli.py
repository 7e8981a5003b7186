"""The `bpo` command: new, check, run, list, criteria, map, questions.

Everything heavy is imported inside the command that needs it, so that help answers at once.
"""

# ruff: noqa: PLC0415 - a command imports what it needs

import argparse
import io
import os
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import bpo_lib
from bpo_lib.errors import InputError
from bpo_lib.workbook.cli_examples import EXAMPLES, EXIT_CODES

if TYPE_CHECKING:
    from bpo_lib.engagement import Engagement
    from bpo_lib.workbook.job import Job, Outcome

BAR = "Reports {bar} {n_fmt} of {total_fmt}, {elapsed}"
WELL, SOME_FAILED, BAD_INPUT, BAD_MACHINE, INTERRUPTED = 0, 1, 2, 3, 130


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code."""
    options = _parser().parse_args(arguments)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")  # a title may have letters this terminal lacks
    try:
        code: int = options.command(options)
    except InputError as error:
        _complain(str(error))
        return BAD_INPUT
    except OSError as error:
        _complain(str(error))
        return BAD_MACHINE
    except KeyboardInterrupt:
        _complain("interrupted")
        return INTERRUPTED
    return code


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="bpo",
        description="A consulting workbook for business process outsourcing: "
        "one client folder in, one report out.",
        epilog="\n".join(["examples:", *EXAMPLES.values(), "", EXIT_CODES]),
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--version", action="version", version=f"bpo-workbook {bpo_lib.__version__}")
    commands = parser.add_subparsers(title="commands", required=True, metavar="COMMAND")

    new = _command(commands, "new", _new, "make a client folder to fill in")
    new.add_argument("client", type=Path, metavar="CLIENT", help="folder to make, such as clients/acme")
    new.add_argument("--xlsx", action="store_true", help="one inputs.xlsx instead of CSV files")

    check = _command(commands, "check", _check, "say everything that has to be mended in client folders")
    check.add_argument("clients", type=Path, nargs="+", metavar="CLIENT", help="client folders")

    run = _command(commands, "run", _run, "write a report for each client")
    run.add_argument("clients", type=Path, nargs="+", metavar="CLIENT", help="client folders")
    run.add_argument(
        "--scenario", default="base", metavar="S", help="scenario of every client (default: base)"
    )
    run.add_argument(
        "--chapters",
        nargs="+",
        metavar="NAME",
        help="only these, given after the clients: process, fit, forecast, staffing, pricing, "
        "contract, delivery, plan, summary (default: those of client.yml)",
    )
    run.add_argument("--out", type=Path, default=Path("reports"), metavar="DIR", help="default: reports")
    run.add_argument("--jobs", type=_positive, metavar="N", help="clients at a time (default: one per core)")
    run.add_argument("--show-code", action="store_true", help="show the code of each cell in the report")

    listing = _command(commands, "list", _list, "list the clients in a folder with their scenarios")
    listing.add_argument(
        "folder", type=Path, nargs="?", metavar="FOLDER", help="default: clients, else samples"
    )
    _add_files_out(commands)
    return parser


def _add_files_out(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the commands that write files to hand on."""
    table = _command(commands, "criteria", _criteria, "write the table of fit criteria into a client folder")
    table.add_argument("client", type=Path, metavar="CLIENT", help="client folder")
    drawn = _command(commands, "map", _map, "write the process map as SVG, BPMN 2.0 and mermaid")
    drawn.add_argument("client", type=Path, metavar="CLIENT", help="client folder")
    drawn.add_argument("--out", type=Path, default=Path("reports"), metavar="DIR", help="default: reports")
    asked = _command(commands, "questions", _questions, "write the questions to send to every bidder")
    asked.add_argument("client", type=Path, metavar="CLIENT", help="client folder")
    asked.add_argument("--out", type=Path, default=Path("reports"), metavar="DIR", help="default: reports")


def _command(
    commands: "argparse._SubParsersAction[argparse.ArgumentParser]",
    name: str,
    action: Callable[[argparse.Namespace], int],
    purpose: str,
) -> argparse.ArgumentParser:
    parser = commands.add_parser(
        name,
        help=purpose,
        description=f"{purpose[0].upper()}{purpose[1:]}.",
        epilog=f"examples:\n{EXAMPLES[name]}",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.set_defaults(command=action)
    return parser


def _positive(text: str) -> int:
    if not text.isdigit() or int(text) < 1:
        raise argparse.ArgumentTypeError(f"{text!r} is not a whole number of 1 or more")
    return int(text)


def _new(options: argparse.Namespace) -> int:
    from bpo_lib.workbook.scaffold import new_client

    new_client(options.client, xlsx=options.xlsx)
    print(f"Made {options.client}; its README.md says how to fill it in. Then: bpo check {options.client}")
    return WELL


def _check(options: argparse.Namespace) -> int:
    cases, invalid = _open_all(options.clients, "base")
    for folder, case in cases.items():
        print(f"{folder.name}: ready ({case.profile.title}; scenarios: {', '.join(case.scenarios)})")
    return BAD_INPUT if invalid else WELL


def _list(options: argparse.Namespace) -> int:
    from bpo_lib.workbook.notebooks import ROOT

    folder = options.folder or (Path("clients") if Path("clients").is_dir() else ROOT / "data" / "samples")
    if not folder.is_dir():
        raise InputError(f"there is no folder {folder}")
    clients = [path for path in sorted(folder.iterdir()) if _is_client(path)]
    if not clients:
        raise InputError(f"{folder} holds no client folder; make one with: bpo new {folder / 'acme'}")
    cases, _ = _open_all(clients, "base", quiet=True)
    rows = [
        (path.name, *(_listed(cases[path]) if path in cases else ("has to be mended: bpo check", "")))
        for path in (_absolute(client) for client in clients)
    ]
    _print_table(("client", "title", "scenarios"), rows)
    return WELL


def _criteria(options: argparse.Namespace) -> int:
    from bpo_lib.workbook.scaffold import write_criteria

    print(f"Wrote {write_criteria(options.client)}; change what the firm reads otherwise")
    return WELL


def _map(options: argparse.Namespace) -> int:
    from bpo_lib.workbook.map_files import write_map

    cases, _ = _open_all([options.client], "base")
    for folder, case in cases.items():
        written = [str(path) for path in write_map(case, options.out / folder.name)]
        print(f"Wrote {', '.join(written)}")
    return WELL if cases else BAD_INPUT


def _questions(options: argparse.Namespace) -> int:
    from bpo_lib.workbook.question_sheet import write_questions

    cases, _ = _open_all([options.client], "base")
    for folder, case in cases.items():
        print(f"Wrote {write_questions(case, options.out / folder.name)}; put the answers into vendors.csv")
    return WELL if cases else BAD_INPUT


def _run(options: argparse.Namespace) -> int:
    from bpo_lib.workbook.job import Job, Outcome
    from bpo_lib.workbook.notebooks import choose_chapters

    out = _absolute(options.out)
    _check_machine(out)
    choose_chapters(options.chapters or [])  # a misspelt chapter is said before anything else
    cases, invalid = _open_all(options.clients, options.scenario)
    jobs = [
        Job(
            folder, options.scenario, tuple(options.chapters or case.profile.chapters), out, options.show_code
        )
        for folder, case in cases.items()
    ]
    refused = [
        Outcome(folder.name, options.scenario, "invalid", error=reason) for folder, reason in invalid.items()
    ]
    outcomes = [*_finish(jobs, options.jobs), *refused]
    return _conclude(outcomes, options.clients, out, options.out)


def _finish(jobs: "Sequence[Job]", workers: int | None) -> "list[Outcome]":
    """Run the jobs under one progress bar, whose clock shows that something is going on."""
    from tqdm import tqdm

    from bpo_lib.workbook.batch import default_workers, run_batch

    if not jobs:
        return []
    outcomes = []
    with tqdm(total=len(jobs), bar_format=BAR, disable=None, file=sys.stderr) as bar, _ticking(bar):
        for outcome in run_batch(jobs, workers or default_workers()):
            outcomes.append(outcome)
            bar.update()
    return outcomes


@contextmanager
def _ticking(bar: Any) -> Iterator[None]:
    """Redraw the bar every second: a client takes many, and a still clock looks like a hang."""
    done = threading.Event()

    def tick() -> None:
        while not bar.disable and not done.wait(1):
            bar.refresh()

    clock = threading.Thread(target=tick, daemon=True)
    clock.start()
    try:
        yield
    finally:
        done.set()
        clock.join()


def _conclude(outcomes: "list[Outcome]", clients: Sequence[Path], out: Path, shown_out: Path) -> int:
    """Write what covers the whole batch, print the table and return the exit code."""
    from bpo_lib.workbook.index_page import batch_json, index_page
    from bpo_lib.workbook.publish import publish

    order = [_absolute(client).name for client in clients]
    outcomes = sorted(outcomes, key=lambda outcome: order.index(outcome.client))
    publish(out, {"index.html": index_page(outcomes, out), "batch.json": batch_json(outcomes)})
    rows = [
        (outcome.client, outcome.status, _took(outcome), _where(outcome, shown_out)) for outcome in outcomes
    ]
    _print_table(("client", "status", "time", "report"), rows)
    print(f"\nOverview: {shown_out / 'index.html'}")
    found = {(outcome.status, outcome.cause) for outcome in outcomes}
    if any(status == "invalid" for status, _ in found):
        return BAD_INPUT
    if any(cause == "machine" for _, cause in found):
        return BAD_MACHINE
    return SOME_FAILED if any(status == "failed" for status, _ in found) else WELL


def _took(outcome: "Outcome") -> str:
    return "" if outcome.status == "invalid" else f"{outcome.seconds:.1f} s"


def _where(outcome: "Outcome", out: Path) -> str:
    if outcome.status == "ok":
        return str(out / outcome.report)
    if outcome.status == "invalid":
        return "its inputs have to be mended, as said above"
    return outcome.error.splitlines()[0]


def _open_all(
    clients: Sequence[Path], scenario: str, *, quiet: bool = False
) -> "tuple[dict[Path, Engagement], dict[Path, str]]":
    """Open every client; return those that are ready, and why the others are not."""
    from bpo_lib.intake import open_client

    cases, invalid = dict[Path, "Engagement"](), dict[Path, str]()
    for folder in _distinct(clients):
        try:
            _refuse_file(folder)
            cases[folder] = open_client(folder, scenario)
        except InputError as error:
            invalid[folder] = str(error)
            if not quiet:
                _complain(str(error))
    return cases, invalid


def _refuse_file(path: Path) -> None:
    if path.is_file():
        raise InputError(f"{path.name}: this is a file. Give the folder that holds it: {path.parent.name}")


def _distinct(clients: Sequence[Path]) -> list[Path]:
    """Return the folders once each; two clients of the same name would overwrite each other's report."""
    folders = list(dict.fromkeys(_absolute(client) for client in clients))
    names = [folder.name for folder in folders]
    for name in names:
        if names.count(name) > 1:
            same = " and ".join(str(client) for client in clients if _absolute(client).name == name)
            raise InputError(f"two client folders are called {name!r} ({same}); rename one of them")
    return folders


def _check_machine(out: Path) -> None:
    """Refuse to start what could not be finished."""
    from importlib.util import find_spec

    from bpo_lib.workbook.notebooks import NOTEBOOKS, ROOT, find_chapters

    if not find_chapters(NOTEBOOKS) or not (ROOT / "templates" / "report").is_dir():
        raise OSError("the notebooks and templates are not beside the package: run bpo from its own checkout")
    if find_spec("ipykernel") is None:
        raise OSError("ipykernel is not installed, so no kernel can be started: run make report once")
    try:
        out.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise OSError(f"cannot make the output folder {out}: {error.strerror}") from error
    if not os.access(out, os.W_OK | os.X_OK):
        raise OSError(f"cannot write into the output folder {out}")


def _is_client(path: Path) -> bool:
    return (path / "client.yml").is_file() or (path / "inputs.xlsx").is_file()


def _listed(case: "Engagement") -> tuple[str, str]:
    return case.profile.title, ", ".join(case.scenarios)


def _absolute(path: Path) -> Path:
    return Path(os.path.abspath(path))  # noqa: PTH100 - a link to a folder keeps the name the user gave it


def _print_table(heads: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    widths = [max(map(len, column)) for column in zip(heads, *rows, strict=True)]
    for row in (heads, *rows):
        cells = (cell.ljust(width) for cell, width in zip(row, widths, strict=True))
        print("  ".join(cells).rstrip())


def _complain(text: str) -> None:
    print(text, file=sys.stderr)


if __name__ == "__main__":
    sys.exit(main())
