"""No space, a disk that takes nothing, a server that is gone: said in words, nothing wrong served, and it works again."""

import errno
import os
import pathlib
import re
import shutil
import signal
import subprocess
import time

import pytest

from desk import Bustle, Office
from site_under_test import ROOT, Database, Server, Site
from test_kill import importing, rows

WORDS = {
    errno.ENOSPC: ("服务器磁盘已满", "disk is full"),
    errno.EROFS: ("数据库", "database"),
    errno.EIO: ("数据库暂时无法访问", "cannot be reached"),
}


class Faults:
    """A disk that can be told to fail."""

    def __init__(self, folder, meant):
        library = folder / "faults.so"
        subprocess.run(
            [shutil.which("cc") or "clang", "-shared", "-fPIC", "-O1", "-o", str(library),
             str(ROOT / "Tests" / "Crash" / "faults.c"), "-ldl"], check=True)
        self.file = folder / "fault"
        self.environment = {"LD_PRELOAD": str(library), "FAULTS": str(self.file), "FAULTS_PATH": str(meant)}

    def begin(self, code):
        self.file.write_text(str(code))

    def end(self):
        self.file.unlink()


@pytest.fixture
def failing_site(tmp_path):
    faults = Faults(tmp_path, tmp_path / "data")
    (tmp_path / "data").mkdir()
    site = Site(tmp_path, Database(str(tmp_path / "data" / "gongkai.sqlite")), environment=faults.environment).found()
    yield site, faults
    if site.process and site.process.poll() is None:
        site.kill()


def complaints(site):
    return [line for line in site.log_path.read_text().splitlines() if "level=error" in line]


def leaf_of(site, item):
    return site.database.rows(f"SELECT leaf_id FROM item WHERE id = '{item}'")[0][0]


def cannot_save(office, words, title):
    """A form is answered with 503, words, and what was typed."""
    status, page = office.desks["editor"].post("/office/items", office.news(title))
    assert status == 503, (status, page[:500])
    assert words in page, page[-3000:]
    assert title in page and "再提交一次" in page
    return page


@pytest.mark.parametrize("code", WORDS, ids=["full", "read-only", "broken"])
def test_disk(failing_site, record, code):
    site, faults = failing_site
    site.start()
    office = Office(site).sign_in()
    public = leaf_of(site, office.publish("出事之前"))
    items = site.database.number("SELECT count(*) FROM item")
    zh, en = WORDS[code]

    faults.begin(code)
    before = len(complaints(site))
    for number in range(5):
        page = cannot_save(office, zh, f"存不下的{number}")
        # What is public stays readable, and nothing that was refused is there.
        status, text = site.get(f"/shiqiao/items/{public}")
        assert status == 200 and "出事之前" in text
        status, text = site.get("/shiqiao")
        assert status == 200 and "存不下的" not in text
    time.sleep(3)
    assert 1 <= len(complaints(site)) - before <= 2, complaints(site)
    # A backup and an import beside it say the same and leave nothing that looks finished.
    path = site.folder / "data" / "copy.sqlite"
    backup = site.command("backup", str(path))
    assert backup.returncode != 0 and backup.stderr.startswith("gongkai: "), backup.stderr
    assert not path.exists()
    rows(site.folder / "old.jsonl", 1, 300)
    imported = site.command(*importing(site.folder / "old.jsonl"))
    # A file that cannot be opened for writing is opened for reading.
    assert imported.returncode != 0 and (en in imported.stderr or "read-only" in imported.stderr), imported.stderr

    faults.end()
    assert site.database.number("SELECT count(*) FROM item") == items
    # The page that refused it sends it again with one press.
    again = dict(re.findall(r'type="hidden" name="([^"]+)" value="([^"]*)"', page))
    status, _ = office.desks["editor"].post("/office/items", again)
    assert status == 303
    office.publish("出事之后")
    site.run(*importing(site.folder / "old.jsonl"))
    site.run("backup", str(path))
    site.stop()
    found = site.check()
    assert found["Published items"] == 302
    record.say(f"disk fails with {errno.errorcode[code]}: 503 in words, public pages served, works again without a restart")


def test_start_on_a_disk_that_takes_nothing(failing_site):
    """The program says why it cannot start, and changes nothing."""
    site, faults = failing_site
    for code in [errno.ENOSPC, errno.EROFS]:
        faults.begin(code)
        for command in [["migrate"], ["user", "link", "editor"]]:
            done = site.command(*command, timeout=60)
            assert done.returncode in (0, 1), done.stderr
            assert "Fatal error" not in done.stderr
            if done.returncode:
                assert done.stderr.startswith("gongkai: "), done.stderr
        faults.end()
    site.check()


def test_disk_full_for_real(tmp_path, record):
    """A small disk that fills up while clerks publish and an import runs, then has room again."""
    disk = tmp_path / "disk"
    disk.mkdir()
    mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=12m", "gongkai-test", str(disk)], capture_output=True)
    if mounted.returncode != 0:
        pytest.skip("only root may mount a small disk")
    try:
        site = Site(tmp_path, Database(str(disk / "gongkai.sqlite"))).found().start()
        office = Office(site).sign_in()
        public = leaf_of(site, office.publish("出事之前"))
        ballast = disk / "ballast"
        # Everything but a little.
        free = os.statvfs(disk).f_bavail * 4096
        ballast.write_bytes(b"x" * max(0, free - 700_000))
        rows(tmp_path / "old.jsonl", 1, 3000)
        imported = site.command(*importing(tmp_path / "old.jsonl"))
        assert imported.returncode != 0 and "disk is full" in imported.stderr, imported.stderr
        answers = [office.desks["editor"].post("/office/items", office.news(f"挤不进去的{n}"))[0] for n in range(60)]
        assert set(answers) <= {303, 503} and 503 in answers, answers
        status, text = site.get(f"/shiqiao/items/{public}")
        assert status == 200 and "出事之前" in text
        assert site.command("backup", str(disk / "copy.sqlite")).returncode != 0
        assert not (disk / "copy.sqlite").exists()
        site.check()
        # Even killed now, with a full disk, it starts again: as a reader it can wait for room.
        ballast.unlink()
        subprocess.run(["mount", "-o", "remount,size=200m", str(disk)], check=True)
        office.publish("出事之后")
        site.run(*importing(tmp_path / "old.jsonl"))
        site.stop()
        found = site.check()
        assert found["Imports"] == 3000
        record.say(
            f"disk of 12 MB full: {answers.count(503)} of 60 drafts refused, {answers.count(303)} saved; import of 3000 rows"
            " broken off and gone on with; nothing wrong")
        site = None
    finally:
        subprocess.run(["umount", "-l", str(disk)], check=False)


@pytest.fixture
def own_server(tmp_path):
    """A PostgreSQL server that may be killed."""
    if not os.environ.get("TEST_POSTGRES"):
        pytest.skip("no PostgreSQL here")
    folder = pathlib.Path("/tmp") / f"gongkai-own-{os.getpid()}"
    line = subprocess.run(
        [str(ROOT / "script" / "postgres"), "start", str(folder)], check=True, text=True, capture_output=True)
    server = Server(line.stdout.strip().removeprefix("TEST_POSTGRES="))
    server.folder = folder
    # As a server of records has it, not one of tests.
    for setting in ["fsync", "full_page_writes"]:
        server.command(f"ALTER SYSTEM SET {setting} = on")
    server.command("SELECT pg_reload_conf()")
    yield server
    # It may be down; stopping takes away its files in any case.
    subprocess.run([str(ROOT / "script" / "postgres"), "stop", str(folder)], check=False)


def postmaster(server):
    return int((server.folder / "data" / "postmaster.pid").read_text().split()[0])


def restart(server):
    port = server.url.rsplit(":", 1)[1].split("/")[0]
    bindir = pathlib.Path(shutil.which("pg_config") and subprocess.run(
        ["pg_config", "--bindir"], text=True, capture_output=True).stdout.strip() or "/usr/lib/postgresql/15/bin")
    if not (bindir / "pg_ctl").exists():
        bindir = sorted(pathlib.Path("/usr/lib/postgresql").glob("*/bin"))[-1]
    owner = ["runuser", "-u", "postgres", "--"] if os.geteuid() == 0 else []
    data = server.folder / "data"
    subprocess.run(
        owner + [str(bindir / "pg_ctl"), "-D", str(data), "-l", str(data / "server.log"), "-o", f"-p {port}", "-w", "start"],
        check=True, stdout=subprocess.DEVNULL, cwd="/")


def test_postgres_goes_and_comes_back(own_server, tmp_path, chance, record):
    """Backends killed, the whole server killed: 503, then everything as before without a restart of the program."""
    site = Site(tmp_path, own_server.make()).found().start()
    office = Office(site).sign_in()
    public = leaf_of(site, office.publish("出事之前"))

    # One connection after another is ended under the hands of clerks.
    confirmed = []
    for round in range(3):
        with Bustle(office, 2, f"断线{round}", goes_on=True) as bustle:
            for _ in range(4):
                time.sleep(chance.uniform(0.05, 0.4))
                own_server.command(
                    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'gongkai'")
        assert not bustle.errors, bustle.errors
        confirmed += bustle.published
    office.publish("断线之后")

    kills = 3
    for round in range(kills):
        with Bustle(office, 2, f"停机{round}", goes_on=True) as bustle:
            time.sleep(chance.uniform(0.1, 0.5))
            os.kill(postmaster(own_server), signal.SIGKILL)
            status, page = wait_for(lambda: site.get("/shiqiao"), lambda answer: answer[0] == 503)
            assert "数据库暂时无法访问" in page
            assert site.status("/health/ready") == 503
            assert site.status("/health/live") == 200
            restart_when_free(own_server)
            wait_for(lambda: site.status("/health/ready"), lambda status: status == 200)
        assert not bustle.errors, bustle.errors
        confirmed += bustle.published
    office.publish("停机之后")
    status, text = site.get(f"/shiqiao/items/{public}")
    assert status == 200 and "出事之前" in text
    public_ids = {row[0] for row in site.database.rows("SELECT id FROM item WHERE state = 'published'")}
    assert set(confirmed) <= public_ids
    site.database.execute("UPDATE job SET claimed_until = claimed_until - 300000")
    site.wait(lambda: site.database.number("SELECT count(*) FROM job WHERE kind = 'deliver-item'") == 0, 60)
    site.stop()
    site.check()
    record.say(
        f"PostgreSQL: 12 times all connections ended, {kills} times the server killed, under load; {len(confirmed)} items"
        " confirmed, none lost; the program was never restarted")


def wait_for(ask, is_so, seconds=60):
    end = time.monotonic() + seconds
    while True:
        answer = ask()
        if is_so(answer):
            return answer
        assert time.monotonic() < end, answer
        time.sleep(0.05)


def restart_when_free(server):
    """The children of a killed postmaster end a moment after it."""
    end = time.monotonic() + 30
    while True:
        try:
            restart(server)
            return
        except subprocess.CalledProcessError:
            assert time.monotonic() < end
            time.sleep(0.3)


def test_postgres_disk_full(own_server, tmp_path, record):
    """A tablespace on a small disk fills up."""
    disk = own_server.folder / "disk"
    disk.mkdir()
    if subprocess.run(["mount", "-t", "tmpfs", "-o", "size=24m", "gongkai-test", str(disk)], capture_output=True).returncode:
        pytest.skip("only root may mount a small disk")
    try:
        space = disk / "space"
        space.mkdir()
        shutil.chown(space, "postgres")
        own_server.command(f"CREATE TABLESPACE small LOCATION '{space}'")
        database = own_server.make()
        name = database.address.rsplit("/", 1)[1]
        own_server.command(f"ALTER DATABASE {name} SET TABLESPACE small")
        site = Site(tmp_path, database).found().start()
        office = Office(site).sign_in()
        public = leaf_of(site, office.publish("出事之前"))
        rows(tmp_path / "old.jsonl", 1, 6000)
        imported = site.command(*importing(tmp_path / "old.jsonl"))
        assert imported.returncode != 0 and "disk is full" in imported.stderr, imported.stderr
        page = None
        for number in range(200):
            status, text = office.desks["editor"].post("/office/items", office.news(f"挤不进去的{number}"))
            if status == 503:
                page = text
                break
        assert page and "服务器磁盘已满" in page
        status, text = site.get(f"/shiqiao/items/{public}")
        assert status == 200 and "出事之前" in text
        subprocess.run(["mount", "-o", "remount,size=400m", str(disk)], check=True)
        office.publish("出事之后")
        site.run(*importing(tmp_path / "old.jsonl"))
        site.stop()
        assert site.check()["Imports"] == 6000
        record.say("PostgreSQL on a full disk: refused in words, works again without a restart; import gone on with")
        own_server.drop_all()
        own_server.made.clear()
        own_server.command("DROP TABLESPACE small")
    finally:
        subprocess.run(["umount", "-l", str(disk)], check=False)
