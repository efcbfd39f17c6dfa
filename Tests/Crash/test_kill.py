"""Killed with SIGKILL at any moment of publication, import and backup: wholly done or wholly not."""

import json
import subprocess
import time

import pytest

from conftest import KILLS
from desk import Bustle, Office
from site_under_test import Database, Site, kill_inside


def inside(site, process):
    """Whether the process stands inside a write transaction."""
    if site.database.is_server:
        return lambda: site.database.writes_open() > 0
    return lambda: site.database.writer() == process.pid


def confirmed_are_public(site, items):
    """Whatever the site has confirmed to somebody survives the kill."""
    public = {row[0] for row in site.database.rows("SELECT id FROM item WHERE state = 'published'")}
    missing = set(items) - public
    assert not missing, f"confirmed and gone: {missing}"


def jobs_come_to_an_end(site):
    """None is lost and none is done twice; what a killed worker had claimed is free again after five minutes."""
    site.database.execute("UPDATE job SET claimed_until = claimed_until - 300000")
    site.wait(lambda: site.database.number("SELECT count(*) FROM job WHERE kind = 'deliver-item'") == 0, 120)
    published, delivered, keys = site.database.rows(
        "SELECT (SELECT count(*) FROM item WHERE state = 'published'), count(*), count(DISTINCT item) FROM delivery")[0]
    assert published == delivered == keys, (published, delivered, keys)


def test_publication(site, chance, record):
    site.start()
    office = Office(site).sign_in()
    confirmed, begun, hits = [], 0, 0
    for round in range(KILLS):
        with Bustle(office, 3, f"第{round}次") as bustle:
            time.sleep(chance.uniform(0.2, 0.8))
            hits += kill_inside(site.process, inside(site, site.process), chance, tries=20)
        assert not bustle.errors, bustle.errors
        confirmed += bustle.published
        begun += bustle.begun
        site.check()
        confirmed_are_public(site, confirmed)
        site.start()
    jobs_come_to_an_end(site)
    site.stop()
    found = site.check()
    engine = "PostgreSQL" if site.database.is_server else "SQLite"
    record.say(
        f"publish, {engine}: {KILLS} kills, {hits} of them inside a write transaction; {begun} items begun,"
        f" {len(confirmed)} confirmed, {found['Published items']} published, {found['Ledger']} leaves; nothing wrong")


WHAT_IS_LEFT = {
    "revise": """SELECT item FROM publication WHERE event = 'revise'""",
    "withdraw": """SELECT id FROM item WHERE state = 'withdrawn'""",
    "upload": """SELECT v.item FROM version_file f JOIN version v ON v.id = f.version""",
}


@pytest.mark.parametrize("act", WHAT_IS_LEFT)
def test_life(site, chance, record, act):
    """What follows a publication, and files: as wholly done or not as the publication itself."""
    site.start()
    office = Office(site).sign_in()
    confirmed, begun, hits = [], 0, 0
    for round in range(KILLS):
        with Bustle(office, 3, f"第{round}次", act=getattr(Office, act)) as bustle:
            time.sleep(chance.uniform(0.5, 1.5))
            hits += kill_inside(site.process, inside(site, site.process), chance, tries=20)
        assert not bustle.errors, bustle.errors
        confirmed += bustle.published
        begun += bustle.begun
        site.check()
        missing = set(confirmed) - {row[0] for row in site.database.rows(WHAT_IS_LEFT[act])}
        assert not missing, f"confirmed and gone: {missing}"
        site.start()
    site.stop()
    site.check()
    done = len(set(site.database.rows(WHAT_IS_LEFT[act])))
    engine = "PostgreSQL" if site.database.is_server else "SQLite"
    record.say(
        f"{act}, {engine}: {KILLS} kills, {hits} of them inside a write transaction; {begun} items begun,"
        f" {len(confirmed)} confirmed, {done} done; nothing wrong")


def rows(path, first, count):
    with open(path, "w") as file:
        for number in range(first, first + count):
            row = {
                "id": f"row-{number}", "title": f"石桥县安全生产情况通报第{number}期", "date": "2015-06-01",
                "org": "石桥县应急管理局", "text": f"第{number}期通报全文。" * 10,
            }
            file.write(json.dumps(row, ensure_ascii=False) + "\n")


def importing(path):
    return [
        "import", "items", str(path), "--duty", "NEWS", "--editor", "editor", "--reviewer", "secrecy", "--approver",
        "approver", "--set", "kind=work",
    ]


def test_import(site, chance, record):
    """A file is imported again and again, killed each time, and ends up in the records once."""
    size, kills, hits, files, runs = 1500, 0, 0, 0, 0
    while kills < KILLS:
        files += 1
        path = site.folder / f"{files}.jsonl"
        rows(path, files * size, size)
        while kills < KILLS:
            runs += 1
            process = site.spawn(*importing(path))
            had = site.database.number("SELECT count(*) FROM import_row")
            is_writing = inside(site, process)
            # Not before it writes: the pass that only reads has nothing to lose.
            while process.poll() is None and not is_writing():
                time.sleep(0.002)
            time.sleep(chance.uniform(0, 1.5))
            hit = kill_inside(process, is_writing, chance, tries=5)
            if hit is None:
                break
            hits += hit
            kills += 1
            site.check()
            assert site.database.number("SELECT count(*) FROM import_row") >= had
        site.run(*importing(path))
        assert site.database.number("SELECT count(*) FROM import_row") == files * size
    found = site.check()
    assert found["Published items"] == found["Imports"] == files * size
    assert site.database.number("SELECT count(*) FROM import_batch") == files
    engine = "PostgreSQL" if site.database.is_server else "SQLite"
    record.say(
        f"import, {engine}: {kills} kills, {hits} of them inside a write transaction; {files} files of {size} rows,"
        f" {found['Imports']} rows, each once; nothing wrong")


def test_backup_under_load(sqlite_site, chance, record):
    """While clerks publish: a backup that was killed leaves no file that looks finished; every finished one is whole."""
    site = sqlite_site.start()
    office = Office(site).sign_in()
    kills, partial, whole, equal = 0, 0, 0, 0
    with Bustle(office, 2, "备份") as bustle:
        time.sleep(1)
        start = time.monotonic()
        site.run("backup", str(site.folder / "first.sqlite"))
        usual = time.monotonic() - start
        while kills < KILLS:
            path = site.folder / f"backup-{kills}.sqlite"
            process = site.spawn("backup", str(path))
            # The last part of the time that a backup takes is the one in which there is a file.
            time.sleep(usual * chance.uniform(0.3, 1.2))
            if process.poll() is None:
                process.kill()
            process.wait(30)
            kills += 1
            if path.exists():
                whole += 1
                equal += restores_the_same(site, path)
            elif path.with_name(path.name + ".partial").exists():
                partial += 1
                # The next run of the same name is not in the way of what is left.
                if partial % 10 == 1:
                    site.run("backup", str(path))
                    equal += restores_the_same(site, path)
                path.with_name(path.name + ".partial").unlink(missing_ok=True)
    assert not bustle.errors, bustle.errors
    site.stop()
    site.check()
    record.say(
        f"backup under load, SQLite: {kills} runs killed at moments up to {usual * 1.2:.1f} s; {partial} left only a"
        f" .partial file, {whole} were finished, {equal} restored and checked identical; {len(bustle.published)} items"
        " published meanwhile")


def restores_the_same(site, path):
    """A finished backup passes the check, and so does what is restored from it, with the same figures."""
    of_backup = Site(site.folder, Database(str(path))).command("check")
    assert of_backup.returncode == 0, of_backup.stdout
    target = Site(site.folder, Database(str(site.folder / "restored" / "gongkai.sqlite")))
    target.run("restore", str(path), "--replace")
    assert target.command("check").stdout == of_backup.stdout
    for kept in (site.folder / "restored").glob("*.replaced-*"):
        kept.unlink()
    return 1


def test_dump_under_load(server, tmp_path, record):
    """What OPERATIONS.md says of PostgreSQL: pg_dump under load restores to a database that passes the check."""
    site = Site(tmp_path, server.make()).found().start()
    office = Office(site).sign_in()
    dumps = max(2, KILLS // 20)
    with Bustle(office, 2, "转储") as bustle:
        for number in range(dumps):
            time.sleep(0.5)
            dump = tmp_path / f"{number}.dump"
            before = site.database.number("SELECT size FROM ledger_head")
            subprocess.run(["pg_dump", "--format=custom", f"--file={dump}", site.database.address], check=True)
            after = site.database.number("SELECT size FROM ledger_head")
            target = Site(tmp_path, server.make())
            subprocess.run(
                ["pg_restore", "--exit-on-error", "--single-transaction", "--no-owner",
                 f"--dbname={target.database.address}", str(dump)], check=True)
            assert before <= target.check()["Ledger"] <= after
    assert not bustle.errors, bustle.errors
    site.stop()
    site.check()
    record.say(f"pg_dump under load: {dumps} dumps, each restored and checked; {len(bustle.published)} items meanwhile")
