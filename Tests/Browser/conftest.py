"""A real site for real browsers: the built program on a fresh database of either engine, and headless Chromium."""

import contextlib
import os
import pathlib
import shutil
import socket
import sqlite3
import subprocess
import time
import urllib.request
import uuid

import pytest
from selenium import webdriver
from selenium.webdriver.chrome.service import Service

ROOT = pathlib.Path(__file__).resolve().parents[2]
PASSWORD = "correct horse battery"
PEOPLE = {
    "editor": "editor",
    "secrecy": "secrecy-reviewer",
    "legal": "legal-reviewer",
    "approver": "approver",
    "officer": "disclosure-officer",
    "admin": "administrator",
    "auditor": "auditor",
}


def engines():
    if os.environ.get("TEST_POSTGRES"):
        return ["sqlite", "postgres"]
    if os.environ.get("GONGKAI_REQUIRE_POSTGRES") == "1":
        raise RuntimeError("PostgreSQL is required and TEST_POSTGRES is not set")
    return ["sqlite"]


def binary():
    given = os.environ.get("TEST_BINARY")
    return pathlib.Path(given) if given else ROOT / ".build" / "debug" / "gongkai"


def free_port():
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return listener.getsockname()[1]


# The program takes every GONGKAI_ variable for a setting of its own.
ENVIRONMENT = {name: value for name, value in os.environ.items() if not name.startswith("GONGKAI_")}


class Site:
    """One running program and the addresses on it."""

    def __init__(self, folder, database):
        self.folder = folder
        self.database = database
        self.port = free_port()
        self.url = f"http://127.0.0.1:{self.port}"
        self.options = [
            "--data-directory", str(folder / "data"), "--database", database, "--port", str(self.port),
            "--public-url", self.url, "--files-directory", str(folder / "files"),
        ]
        self.process = None

    def run(self, *arguments, typed=None):
        done = subprocess.run(
            [str(binary()), *arguments, *self.options], input=typed, text=True, capture_output=True, cwd=self.folder,
            env=ENVIRONMENT)
        assert done.returncode == 0, f"gongkai {' '.join(arguments)}: {done.stderr}"
        return done

    def add_person(self, login, role):
        self.run(
            "user", "add", login, "--name", "测试" + login, "--agency", "shiqiao", "--role", role, "--password-stdin",
            typed=PASSWORD + "\n")

    def sql(self, statement):
        """What somebody does who has the database; the answer is the first field of each row."""
        if self.database.startswith("postgres"):
            done = subprocess.run(
                ["psql", "-qAtd", self.database, "-c", statement], check=True, text=True, capture_output=True)
            return done.stdout.split()
        with contextlib.closing(sqlite3.connect(self.database, timeout=10, isolation_level=None)) as connection:
            return [str(row[0]) for row in connection.execute(statement)]

    def start(self):
        self.log = open(self.folder / "log", "w")
        self.process = subprocess.Popen(
            [str(binary()), "serve", *self.options], stdout=self.log, stderr=self.log, cwd=self.folder,
            env=ENVIRONMENT)
        for _ in range(200):
            try:
                if urllib.request.urlopen(self.url + "/health/ready", timeout=1).status == 200:
                    return
            except OSError:
                time.sleep(0.1)
        raise RuntimeError("the site did not come up:\n" + (self.folder / "log").read_text())

    def stop(self):
        self.process.terminate()
        assert self.process.wait(30) == 0, (self.folder / "log").read_text()
        self.log.close()


@contextlib.contextmanager
def empty_site(engine, folder):
    """A site on an empty database of this engine; stopped and gone at the end."""
    if engine == "sqlite":
        site = Site(folder, str(folder / "data" / "gongkai.sqlite"))
        drop = None
    else:
        server = os.environ["TEST_POSTGRES"]
        name = "gongkai_browser_" + uuid.uuid4().hex[:12]
        psql = ["psql", "-q", "-d", server, "-c"]
        subprocess.run(psql + [f"CREATE DATABASE {name} TEMPLATE template0 LOCALE 'C' ENCODING 'UTF8'"], check=True)
        site = Site(folder, server.rsplit("/", 1)[0] + "/" + name)
        drop = psql + [f"DROP DATABASE {name} WITH (FORCE)"]
    yield site
    site.stop()
    if drop:
        subprocess.run(drop, check=True)


@pytest.fixture(params=engines())
def site(request, tmp_path):
    with empty_site(request.param, tmp_path) as site:
        site.run("migrate")
        site.run(
            "agency", "add", "shiqiao", "--name", "石桥县应急管理局", "--name-en", "Shiqiao County Emergency Bureau",
            "--credit-code", "11999999MB0A00018H", "--region-code", "999999", "--site-id", "9999990001")
        for login, role in PEOPLE.items():
            site.add_person(login, role)
        site.start()
        yield site


@pytest.fixture(scope="session")
def chromium():
    options = webdriver.ChromeOptions()
    for argument in ["--headless=new", "--no-sandbox", "--disable-dev-shm-usage", "--window-size=1280,1400", "--lang=zh-CN"]:
        options.add_argument(argument)
    options.binary_location = shutil.which("chromium") or "/usr/bin/chromium"
    driver = webdriver.Chrome(options=options, service=Service(shutil.which("chromedriver") or "/usr/bin/chromedriver"))
    driver.set_page_load_timeout(60)
    yield driver
    driver.quit()


@pytest.fixture
def browser(chromium):
    chromium.delete_all_cookies()
    yield chromium
