"""Accidents that happen to the real program: killed at any moment, no space, no disk, no server.

CRASH_KILLS says how often each act is killed (10 unless told; script/crash says 200), CRASH_SEED repeats a run.
"""

import os
import random
import time

import pytest

from site_under_test import Database, Server, Site

KILLS = int(os.environ.get("CRASH_KILLS", "10"))


def engines():
    if os.environ.get("TEST_POSTGRES"):
        return ["sqlite", "postgres"]
    if os.environ.get("GONGKAI_REQUIRE_POSTGRES") == "1":
        raise RuntimeError("PostgreSQL is required and TEST_POSTGRES is not set")
    return ["sqlite"]


@pytest.fixture
def server():
    """The PostgreSQL server of the tests."""
    server = Server(os.environ["TEST_POSTGRES"])
    yield server
    server.drop_all()


@pytest.fixture(params=engines())
def site(request, tmp_path):
    """A founded site that does not run yet, on each engine."""
    if request.param == "sqlite":
        (tmp_path / "data").mkdir()
        database = Database(str(tmp_path / "data" / "gongkai.sqlite"))
    else:
        database = request.getfixturevalue("server").make()
    site = Site(tmp_path, database).found()
    yield site
    if site.process and site.process.poll() is None:
        site.kill()


@pytest.fixture
def sqlite_site(tmp_path):
    (tmp_path / "data").mkdir()
    site = Site(tmp_path, Database(str(tmp_path / "data" / "gongkai.sqlite"))).found()
    yield site
    if site.process and site.process.poll() is None:
        site.kill()


@pytest.fixture
def chance():
    seed = int(os.environ.get("CRASH_SEED", time.time_ns() % 1_000_000_007))
    print(f"CRASH_SEED={seed}")
    return random.Random(seed)


class Record:
    """Figures of a run, printed at its end."""

    def __init__(self):
        self.lines = []

    def say(self, text):
        self.lines.append(text)
        print(text, flush=True)


RECORD = Record()


@pytest.fixture
def record():
    return RECORD


def pytest_terminal_summary(terminalreporter):
    if RECORD.lines:
        terminalreporter.section("figures")
        for line in RECORD.lines:
            terminalreporter.write_line(line)
