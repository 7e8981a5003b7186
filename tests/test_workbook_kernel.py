"""A kernel of our own for each run: started safely, limited in time, gone afterwards."""

import ast
import os
import sys
from pathlib import Path

import nbformat
import pytest

from bpo_lib.workbook import kernel
from bpo_lib.workbook.kernel import ClientKernelManager, KernelStartError, execute

pytestmark = pytest.mark.notebook


def notebook(*sources):
    cells = [nbformat.v4.new_code_cell('client = ""', id="p", metadata={"tags": ["parameters"]})]
    cells += [nbformat.v4.new_code_cell(source, id=f"c{i}") for i, source in enumerate(sources)]
    return nbformat.v4.new_notebook(cells=cells)


def text_of(executed, place=-1):
    (output,) = executed.cells[place].outputs
    return output.data["text/plain"]


def test_parameters_arrive_and_the_kernel_works_in_the_folder_given(tmp_path):
    executed, stopped = execute(notebook("import os; client, os.getcwd()"), {"client": "a'\"\\b"}, tmp_path)
    assert stopped == ""
    assert ast.literal_eval(text_of(executed)) == ("a'\"\\b", str(tmp_path))


def test_the_kernel_is_this_very_python_with_one_thread_of_algebra(tmp_path, monkeypatch):
    monkeypatch.delitem(os.environ, "OMP_NUM_THREADS", raising=False)
    monkeypatch.setenv("IPYTHONDIR", "")
    kernel.prepare_process()
    source = "import os, sys; sys.executable, os.environ['OMP_NUM_THREADS']"
    executed, _ = execute(notebook(source), {"client": ""}, tmp_path)
    assert text_of(executed) == repr((sys.executable, "1"))


def test_files_beside_a_client_cannot_pose_as_modules(tmp_path):
    (tmp_path / "pandas.py").write_text("raise SystemExit('client code ran')")
    executed, _ = execute(notebook("import pandas; pandas.__name__"), {"client": ""}, tmp_path)
    assert text_of(executed) == "'pandas'"


def test_an_error_in_a_cell_is_kept_with_the_cells_after_it_not_run(tmp_path):
    executed, stopped = execute(notebook("1/0", "2"), {"client": ""}, tmp_path)
    assert stopped == ""
    assert executed.cells[-2].outputs[0].ename == "ZeroDivisionError"
    assert executed.cells[-1].execution_count is None
    assert len(executed.cells) == 4, "papermill's own error cells are taken out again"


def test_a_cell_that_takes_too_long_is_stopped(tmp_path):
    _, stopped = execute(notebook("while True: pass"), {"client": ""}, tmp_path, cell_seconds=2)
    assert stopped == "a cell took longer than 2 seconds"


def test_a_kernel_that_dies_is_told(tmp_path):
    _, stopped = execute(notebook("import os; os._exit(7)"), {"client": ""}, tmp_path)
    assert stopped.startswith("the kernel died")


def test_only_a_failed_start_is_tried_again(tmp_path, monkeypatch):
    tries = []

    def never_answers(*_):
        tries.append(1)
        raise RuntimeError("Kernel died before replying to kernel_info")

    monkeypatch.setattr(kernel, "_run", never_answers)
    with pytest.raises(KernelStartError, match="no kernel could be started: Kernel died before"):
        execute(notebook("1"), {"client": ""}, tmp_path)
    assert len(tries) == 3


@pytest.mark.skipif(os.name != "posix", reason="sockets with paths are for POSIX")
def test_no_two_kernels_share_a_socket_and_nobody_else_can_reach_them():
    one, two = ClientKernelManager(), ClientKernelManager()
    assert one.ip != two.ip
    assert one.transport == "ipc"
    assert Path(one.ip).parent.stat().st_mode & 0o777 == 0o700
    assert len(one.ip) < 100, "socket paths end at 108 letters"
