"""One kernel per client: how it is started, watched and ended.

papermill executes; this module gives it an engine that saves nothing on the way, always
has a time limit, and keeps the notebook in hand whatever happens to its kernel.
"""

import atexit
import os
import shutil
import sys
import tempfile
import uuid
from functools import cache
from pathlib import Path
from typing import Any

import papermill
from jupyter_client.kernelspec import KernelSpec
from jupyter_client.manager import AsyncKernelManager
from nbclient.exceptions import CellTimeoutError, DeadKernelError
from nbformat import NotebookNode
from papermill.engines import NBClientEngine, NotebookExecutionManager, papermill_engines
from papermill.exceptions import PapermillExecutionError
from papermill.execute import remove_error_markers

ENGINE = "bpo"
STARTS = 3
START_SECONDS = 60
CELL_SECONDS = 600

SINGLE_THREAD = ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS", "NUMEXPR_NUM_THREADS")


class KernelStartError(RuntimeError):
    """No kernel could be started: a fault of the machine, not of a client."""


class ClientKernelManager(AsyncKernelManager):
    """Starts this very Python, on sockets that no other kernel and no other user shares."""

    def __init__(self, **settings: Any) -> None:
        super().__init__(**settings)
        if os.name == "posix":
            # TCP ports can be taken between choosing and binding; a path of our own cannot.
            self.transport = "ipc"
            self.ip = str(private_folder() / uuid.uuid4().hex[:12])  # socket paths end at 108 letters

    @property
    def kernel_spec(self) -> KernelSpec:
        """Return the kernel of the running interpreter, whatever kernels the user has installed."""
        launch = [sys.executable, "-m", "ipykernel_launcher", "-f", "{connection_file}"]
        # A client's folder must not offer modules to import; a batch keeps no history.
        quiet = ["--IPKernelApp.ignore_cwd=True", "--HistoryManager.enabled=False"]
        return KernelSpec(argv=[*launch, *quiet], display_name="Python 3", language="python")


class QuietEngine(NBClientEngine):
    """papermill's own engine, which also hands out the notebook it is working on."""

    @classmethod
    def execute_managed_notebook(
        cls, nb_man: NotebookExecutionManager, kernel_name: str, *, keep: list[NotebookNode], **options: Any
    ) -> None:
        """Execute, having put the notebook into `keep` first: an exception takes nothing with it."""
        keep.append(nb_man.nb)
        super().execute_managed_notebook(nb_man, kernel_name, **options)


papermill_engines.register(ENGINE, QuietEngine)


def execute(
    notebook: NotebookNode, parameters: dict[str, str], cwd: Path, cell_seconds: float = CELL_SECONDS
) -> tuple[NotebookNode, str]:
    """Execute a notebook in a fresh kernel.

    Parameters
    ----------
    notebook : NotebookNode
        What to execute; it is not changed.
    parameters : dict
        Plain strings only: papermill pastes anything else unescaped into the code.
    cwd : Path
        Folder the kernel works in.
    cell_seconds : float
        Longest time one cell may take. [seconds]

    Returns
    -------
    tuple of NotebookNode and str
        The notebook as far as it came, and what stopped the kernel, empty when nothing did.

    Raises
    ------
    KernelStartError
        When no kernel answered after several attempts.
    """
    for attempt in range(1, STARTS + 1):
        kept: list[NotebookNode] = []
        try:
            _run(notebook, parameters, cwd, cell_seconds, kept)
        except PapermillExecutionError:
            stopped = ""  # the cell's own output says what went wrong
        except CellTimeoutError:
            stopped = f"a cell took longer than {cell_seconds:g} seconds"
        except DeadKernelError:
            stopped = "the kernel died, perhaps for want of memory"
        except (RuntimeError, OSError) as fault:
            if kept and _began(kept[-1]):
                raise
            if attempt == STARTS:
                raise KernelStartError(f"no kernel could be started: {fault}") from fault
            continue
        else:
            stopped = ""
        return remove_error_markers(kept[-1]), stopped
    raise AssertionError("unreachable: the last attempt returns or raises")


def _run(
    notebook: NotebookNode,
    parameters: dict[str, str],
    cwd: Path,
    cell_seconds: float,
    kept: list[NotebookNode],
) -> None:
    papermill.execute_notebook(
        notebook,
        output_path=None,
        parameters=parameters,
        engine_name=ENGINE,
        kernel_name="python3",
        language="python",
        progress_bar=False,
        request_save_on_cell_execute=False,
        cwd=cwd,
        start_timeout=START_SECONDS,
        keep=kept,
        autosave_cell_every=0,
        execution_timeout=cell_seconds,
        kernel_manager_class=ClientKernelManager,
        shutdown_kernel="immediate",
        record_timing=False,
    )


def _began(notebook: NotebookNode) -> bool:
    return any(cell.get("execution_count") for cell in notebook.cells)


@cache
def private_folder() -> Path:
    """Return a folder only this user can enter, gone when the process ends."""
    folder = Path(tempfile.mkdtemp(prefix="bpo-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return folder


def prepare_process() -> None:
    """Set what a kernel inherits; call before numpy is imported.

    Linear algebra keeps to one thread: a batch already uses every core, and threads that
    compete for them have made one cell ten times slower. Start-up files of the user stay
    out of reports. jsonschema's check of internationalised addresses takes two seconds to
    import, and notebooks hold none.
    """
    sys.modules.setdefault("rfc3987_syntax", None)  # type: ignore[arg-type] # None means: not installed
    for name in SINGLE_THREAD:
        os.environ.setdefault(name, "1")
    os.environ["IPYTHONDIR"] = str(private_folder())
