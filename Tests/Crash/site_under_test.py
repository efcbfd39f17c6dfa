"""The built program on a database of its own, started, stopped and killed like any process."""

import contextlib
import fcntl
import http.client
import os
import pathlib
import signal
import socket
import sqlite3
import struct
import subprocess
import time
import uuid

ROOT = pathlib.Path(__file__).resolve().parents[2]
PASSWORD = "correct horse battery"
PEOPLE = {
    "editor": "editor",
    "secrecy": "secrecy-reviewer",
    "approver": "approver",
}

# The program takes every GONGKAI_ variable for a setting of its own.
ENVIRONMENT = {name: value for name, value in os.environ.items() if not name.startswith("GONGKAI_")} | {"LANG": "C.UTF-8"}


def binary():
    given = os.environ.get("TEST_BINARY")
    return pathlib.Path(given) if given else ROOT / ".build" / "debug" / "gongkai"


def free_port():
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return listener.getsockname()[1]


class Database:
    """Where the records are, and questions about them that do not go through the program."""

    def __init__(self, address):
        self.address = address

    @property
    def is_server(self):
        return self.address.startswith("postgresql://")

    def rows(self, sql):
        """The rows of a SELECT, all values as texts."""
        if self.is_server:
            done = subprocess.run(
                ["psql", "-qAt", "-F", "\t", "-d", self.address, "-c", sql], text=True, capture_output=True)
            if done.returncode != 0:
                raise RuntimeError(done.stderr)
            return [tuple(line.split("\t")) for line in done.stdout.splitlines()]
        with contextlib.closing(sqlite3.connect(f"file:{self.address}?mode=ro", uri=True, timeout=30)) as database:
            return [tuple(str(value) for value in row) for row in database.execute(sql)]

    def execute(self, sql):
        if self.is_server:
            subprocess.run(["psql", "-q", "-d", self.address, "-c", sql], check=True)
            return
        with contextlib.closing(sqlite3.connect(self.address, timeout=30, isolation_level=None)) as database:
            database.execute(sql)

    def number(self, sql):
        return int(self.rows(sql)[0][0])

    def writer(self):
        """Process id of whoever is inside a write transaction on SQLite (its lock in the -shm file); None if nobody."""
        try:
            with open(self.address + "-shm", "rb+") as file:
                # struct flock of 64-bit Linux: type, whence, start, length, pid. WAL_WRITE_LOCK is byte 120.
                asked = struct.pack("hhqqi4x", fcntl.F_WRLCK, os.SEEK_SET, 120, 1, 0)
                kind, _, _, _, pid = struct.unpack("hhqqi4x", fcntl.fcntl(file, fcntl.F_GETLK, asked))
        except FileNotFoundError:
            return None
        return pid if kind != fcntl.F_UNLCK else None

    def writes_open(self):
        """How many transactions of the program have written and not ended, on PostgreSQL."""
        return self.number(
            "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND backend_xid IS NOT NULL"
            " AND application_name = 'gongkai'")


class Server:
    """A PostgreSQL server with as many databases as tests ask for."""

    def __init__(self, url):
        self.url = url
        self.made = []

    def make(self, name=None):
        name = name or "gongkai_crash_" + uuid.uuid4().hex[:12]
        self.command(f"CREATE DATABASE {name} TEMPLATE template0 LOCALE 'C' ENCODING 'UTF8'")
        self.made.append(name)
        return Database(self.url.rsplit("/", 1)[0] + "/" + name)

    def command(self, sql):
        subprocess.run(["psql", "-q", "-d", self.url, "-c", sql], check=True, stdout=subprocess.DEVNULL)

    def drop_all(self):
        for name in self.made:
            self.command(f"DROP DATABASE IF EXISTS {name} WITH (FORCE)")


class Site:
    """One program on one database."""

    def __init__(self, folder, database, environment=None):
        self.folder = folder
        self.database = database
        self.port = free_port()
        self.url = f"http://127.0.0.1:{self.port}"
        # Several machines would share this folder; SQLite finds it beside its database.
        files = {"GONGKAI_FILES_DIRECTORY": str(folder / "files")} if database.is_server else {}
        self.environment = ENVIRONMENT | files | (environment or {})
        self.process = None
        self.log_path = folder / "log"

    @property
    def options(self):
        return ["--data-directory", str(self.folder / "data"), "--database", self.database.address]

    def command(self, *arguments, typed=None, **more):
        return subprocess.run(
            [str(binary()), *arguments, *self.options], input=typed, text=True, capture_output=True, cwd=self.folder,
            env=self.environment, **more)

    def run(self, *arguments, typed=None):
        done = self.command(*arguments, typed=typed)
        assert done.returncode == 0, f"gongkai {' '.join(arguments)}: {done.stdout}{done.stderr}"
        return done

    def spawn(self, *arguments):
        """Starts a command that will be killed; what it says goes into the log."""
        with open(self.log_path, "a") as log:
            return subprocess.Popen(
                [str(binary()), *arguments, *self.options], stdout=log, stderr=log, stdin=subprocess.DEVNULL,
                cwd=self.folder, env=self.environment)

    def found(self):
        self.run("migrate")
        self.run(
            "agency", "add", "shiqiao", "--name", "石桥县应急管理局", "--name-en", "Shiqiao County Emergency Bureau",
            "--credit-code", "11999999MB0A00018H", "--region-code", "999999", "--site-id", "9999990001")
        for login, role in PEOPLE.items():
            self.run(
                "user", "add", login, "--name", "测试" + login, "--agency", "shiqiao", "--role", role,
                "--password-stdin", typed=PASSWORD + "\n")
        return self

    def start(self, wait=60):
        with open(self.log_path, "a") as log:
            self.process = subprocess.Popen(
                [str(binary()), "serve", *self.options, "--port", str(self.port), "--public-url", self.url],
                stdout=log, stderr=log, stdin=subprocess.DEVNULL, cwd=self.folder, env=self.environment)
        self.wait(lambda: self.status("/health/ready") == 200, wait)
        return self

    def wait(self, is_so, seconds):
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            if is_so():
                return
            if self.process.poll() is not None:
                break
            time.sleep(0.02)
        raise RuntimeError("it did not happen in time:\n" + self.log_path.read_text()[-3000:])

    def get(self, path, timeout=30):
        """Status and text of a page; status 0 when nobody answers."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=timeout)
        try:
            connection.request("GET", path)
            answer = connection.getresponse()
            return answer.status, answer.read().decode()
        except (OSError, http.client.HTTPException):
            return 0, ""
        finally:
            connection.close()

    def status(self, path):
        return self.get(path, timeout=5)[0]

    def kill(self):
        kill(self.process)

    def stop(self):
        self.process.send_signal(signal.SIGTERM)
        assert self.process.wait(40) == 0, self.log_path.read_text()[-3000:]

    def check(self):
        """`gongkai check`: what it found, and its figures by name."""
        done = self.command("check")
        assert done.returncode == 0, done.stdout + done.stderr
        return figures(done.stdout)


def figures(text):
    return {line[4:].rsplit(None, 1)[0].strip(): int(line.rsplit(None, 1)[1]) for line in text.splitlines() if line.startswith("ok  ")}


def kill(process):
    process.send_signal(signal.SIGKILL)
    process.wait(30)


def stands_still(process):
    """Waits until every thread of a stopped process has stopped."""
    end = time.monotonic() + 10
    while time.monotonic() < end:
        states = []
        # A thread, or the whole process, may come to its end between two looks.
        with contextlib.suppress(FileNotFoundError, ProcessLookupError):
            for task in pathlib.Path(f"/proc/{process.pid}/task").iterdir():
                with contextlib.suppress(FileNotFoundError, ProcessLookupError):
                    states.append((task / "stat").read_text().rsplit(")", 1)[1].split()[0])
        if all(state in "TtZX" for state in states):
            return
        time.sleep(0.0005)


def kill_inside(process, is_inside, random, tries):
    """Stops a process at moments of chance and kills it where it stands, if possible inside a transaction.

    Returns whether it was inside, or nothing where the process had come to its end by itself. A stopped process is
    exactly where SIGKILL would have met it.
    """
    for left in range(tries, 0, -1):
        process.send_signal(signal.SIGSTOP)
        stands_still(process)
        if process.poll() is not None:
            return None
        inside = is_inside()
        # Now and then it goes on, so that later moments of a transaction have their turn.
        if left == 1 or (inside and random.random() < 0.5):
            kill(process)
            return inside
        process.send_signal(signal.SIGCONT)
        time.sleep(random.uniform(0, 0.01))
