"""Many clients at once: the others go on, whatever happens to one."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from textwrap import dedent

import pytest

from bpo_lib.workbook import batch
from bpo_lib.workbook.batch import default_workers, run_batch
from bpo_lib.workbook.job import Job, Outcome

pytestmark = pytest.mark.skipif(os.name != "posix", reason="ends processes by signal")


def job(name):
    return Job(Path("/clients") / name, "base", (), Path("/out"))


def play(job):
    """Stand in for a run; what happens is in the client's name."""
    if job.client == "dies":
        os._exit(9)
    if job.client == "raises":
        raise ValueError("a fault of ours")
    if job.client == "sleeps":
        time.sleep(60)
    return Outcome(job.client, "base", "ok")


@pytest.fixture
def played(monkeypatch):
    monkeypatch.setattr(batch, "_run", play)


@pytest.mark.usefixtures("played")
def test_a_worker_that_dies_fails_its_own_client_only():
    outcomes = {
        outcome.client: outcome for outcome in run_batch([job(n) for n in ("a", "dies", "b", "c")], 2)
    }
    assert {name: outcome.status for name, outcome in outcomes.items()} == {
        "a": "ok",
        "dies": "failed",
        "b": "ok",
        "c": "ok",
    }
    assert "ended unexpectedly" in outcomes["dies"].error


@pytest.mark.usefixtures("played")
def test_a_fault_of_ours_does_not_end_the_batch():
    outcomes = {outcome.client: outcome for outcome in run_batch([job("raises"), job("a")], 1)}
    assert outcomes["raises"].error == "unexpected: ValueError: a fault of ours"
    assert outcomes["a"].status == "ok"


@pytest.mark.usefixtures("played")
def test_leaving_early_ends_the_workers():
    began = time.monotonic()
    outcomes = run_batch([job("a"), job("sleeps")], 2)
    assert next(outcomes).client == "a"
    outcomes.close()
    assert time.monotonic() - began < 30
    assert batch.multiprocessing.active_children() == []


@pytest.mark.parametrize("seconds", [0.4, 1.2])
def test_ctrl_c_while_workers_start_shows_no_traceback(tmp_path, seconds):
    script = tmp_path / "short_batch.py"
    script.write_text(
        dedent(f"""
        import signal, sys
        from pathlib import Path
        # Commands that a shell runs in the background ignore Ctrl-C and hand that down.
        signal.signal(signal.SIGINT, signal.default_int_handler)
        sys.path.append({str(Path(__file__).parent)!r})
        from test_workbook_batch import batch, job, play

        if __name__ == "__main__":
            batch._run = play
            print("begun", flush=True)
            try:
                list(batch.run_batch([job("sleeps"), job("sleeps")], 2))
            except KeyboardInterrupt:
                sys.exit(130)
        """)
    )
    driver = subprocess.Popen(
        [sys.executable, str(script)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,  # Ctrl-C reaches every process of the terminal's group
    )
    try:
        assert driver.stdout.readline() == "begun\n"
        time.sleep(seconds)
        os.killpg(driver.pid, signal.SIGINT)
        _, complaints = driver.communicate(timeout=30)
    finally:
        driver.kill()
    assert (driver.returncode, complaints) == (130, "")


def test_no_jobs_are_no_trouble():
    assert list(run_batch([], 2)) == []


def test_there_is_at_least_one_worker():
    assert default_workers() >= 1


@pytest.mark.notebook
@pytest.mark.parametrize("name", ["SIGINT", "SIGTERM", "SIGKILL"])
def test_interrupting_a_batch_leaves_no_kernel_behind(tmp_path, name):
    script = tmp_path / "long_batch.py"
    pid_file = tmp_path / "kernel.pid"
    script.write_text(
        dedent(f"""
        import signal, sys
        from pathlib import Path
        # Commands that a shell runs in the background ignore Ctrl-C and hand that down.
        signal.signal(signal.SIGINT, signal.default_int_handler)
        sys.path.append({str(Path(__file__).parent)!r})
        from report_fixtures import chapter
        from bpo_lib.workbook import batch, runner
        from bpo_lib.workbook.job import Job

        HERE = Path({str(tmp_path)!r})
        SLEEP = "import os, time; open({str(pid_file)!r}, 'w').write(str(os.getpid())); time.sleep(120)"

        def run(job):
            return runner.run_one(job, HERE / "notebooks")

        if __name__ == "__main__":
            chapter(HERE / "notebooks", "02_fit.ipynb", "Fit", SLEEP)
            chapter(HERE / "notebooks", "09_appendix.ipynb", "Terms", "## Words")
            (HERE / "clients" / "acme").mkdir(parents=True)
            batch._run = run
            list(batch.run_batch([Job(HERE / "clients" / "acme", "base", ("fit",), HERE / "out")], 1))
        """)
    )
    driver = subprocess.Popen([sys.executable, str(script)], stderr=subprocess.DEVNULL)
    try:
        kernel = int(wait_for(lambda: pid_file.read_text() if pid_file.exists() else "", 60))
        driver.send_signal(getattr(signal, name))
        driver.wait(30)
        wait_for(lambda: not Path(f"/proc/{kernel}").exists(), 15)
    finally:
        driver.kill()


def wait_for(condition, seconds):
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        found = condition()
        if found:
            return found
        time.sleep(0.1)
    raise AssertionError(f"waited {seconds} s in vain")
