"""Staff at their desks, over HTTP as their browsers would do it: sign in, draft, review, sign."""

import http.client
import random
import re
import struct
import threading
import time
import urllib.parse
import zlib

from site_under_test import PASSWORD, PEOPLE


class Lost(Exception):
    """The site did not answer, or not to the end, or said that it cannot at present."""


class Desk:
    """One person's browser: a cookie, a form token and a connection."""

    def __init__(self, site, login, cookie=None, token=None):
        self.site = site
        self.login = login
        self.cookie = cookie
        self.token = token
        self.connection = None

    def copy(self):
        return Desk(self.site, self.login, self.cookie, self.token)

    def request(self, method, path, form=None, file=None):
        body = None
        headers = {"Cookie": self.cookie} if self.cookie else {}
        if file is not None:
            body = multipart(form, *file)
            headers |= {"Content-Type": f"multipart/form-data; boundary={BOUNDARY}", "Sec-Fetch-Site": "same-origin"}
        elif form is not None:
            body = urllib.parse.urlencode(form)
            headers |= {"Content-Type": "application/x-www-form-urlencoded", "Sec-Fetch-Site": "same-origin"}
        try:
            if self.connection is None:
                self.connection = http.client.HTTPConnection("127.0.0.1", self.site.port, timeout=60)
            self.connection.request(method, path, body, headers)
            answer = self.connection.getresponse()
            text = answer.read().decode()
        except (OSError, http.client.HTTPException) as error:
            self.connection = None
            raise Lost(str(error)) from error
        return answer, text

    def sign_in(self):
        answer, text = self.request("POST", "/office/sign-in", {"login": self.login, "password": PASSWORD})
        assert answer.status == 303, text
        self.cookie = answer.getheader("Set-Cookie").split(";")[0]
        _, text = self.request("GET", "/office/account")
        self.token = re.search(r'name="csrf" value="([^"]+)"', text)[1]
        return self

    def get(self, path):
        answer, text = self.request("GET", path)
        return answer.status, text

    def post(self, path, form, file=None):
        """Status and address that the answer leads to."""
        answer, text = self.request("POST", path, {"csrf": self.token} | dict(form), file)
        return answer.status, answer.getheader("Location") or text

    def act(self, path, form, file=None):
        """Posts what must succeed; gives the address that it leads to."""
        status, place = self.post(path, form, file)
        if status == 503:
            raise Lost(place)
        assert status == 303, (status, said(place))
        return place


def said(page):
    """The words of a page without its head and elements: what somebody reads who is refused."""
    main = page.split('<main', 1)[-1]
    return " ".join(re.sub(r"<[^>]*>", " ", main).split())[:800]


BOUNDARY = "gongkai-crash-boundary"


def multipart(form, name, content):
    """A form with one file, as a browser sends it."""
    parts = [
        f'--{BOUNDARY}\r\nContent-Disposition: form-data; name="{key}"\r\n\r\n{value}\r\n'.encode()
        for key, value in form.items()
    ]
    head = f'--{BOUNDARY}\r\nContent-Disposition: form-data; name="file"; filename="{name}"\r\n\r\n'
    return b"".join(parts) + head.encode() + content + f"\r\n--{BOUNDARY}--\r\n".encode()


def picture():
    """A PNG of noise, another one each time."""
    side = 200

    def chunk(kind, data):
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    pixels = b"".join(b"\0" + random.randbytes(side * 3) for _ in range(side))
    header = struct.pack(">IIBBBBB", side, side, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(pixels)) + chunk(b"IEND", b"")


class Office:
    """Everybody who takes part in publishing an item."""

    def __init__(self, site):
        self.desks = {login: Desk(site, login) for login in PEOPLE}

    def sign_in(self):
        for desk in self.desks.values():
            desk.sign_in()
        return self

    def copy(self):
        other = Office.__new__(Office)
        other.desks = {login: desk.copy() for login, desk in self.desks.items()}
        return other

    @staticmethod
    def news(title):
        return {
            "item_duty": "NEWS", "title": title, "formed-on": "2024-03-01", "origin": "own", "disclosure": "proactive",
            "kind": "work", "text": f"{title}。会议总结了工作，部署了春季安全生产检查。" * 20,
        }

    def draft(self, title):
        status, place = self.desks["editor"].post("/office/items", self.news(title) | {"item_do": "submit"})
        if status == 503:
            raise Lost(place)
        assert status == 303, place
        return place.split("?")[0]

    def opine(self, login, kind, item):
        desk = self.desks[login]
        status, page = desk.get(f"{item}/opinions/{kind}")
        if status == 503:
            raise Lost(page)
        assert status == 200, page
        version = re.search(r'name="version" value="([^"]+)"', page)[1]
        status, place = desk.post(f"{item}/opinions/{kind}", {"version": version, "verdict": "pass", "reason": ""})
        if status == 503:
            raise Lost(place)
        assert status == 303, place

    def publish(self, title):
        """Walks an item the whole way; returns its id."""
        item = self.draft(title)
        self.opine("secrecy", "secrecy", item)
        self.opine("approver", "sign-off", item)
        return item.rsplit("/", 1)[1]


    def base(self, item):
        """The version that the form of the item is filled from."""
        status, page = self.desks["editor"].get(f"{item}/edit")
        if status == 503:
            raise Lost(page)
        assert status == 200, page
        return re.search(r'name="item_base" value="([^"]+)"', page)[1]

    def revise(self, title):
        """Publishes an item and replaces it by a new version; returns its id."""
        item = "/office/items/" + self.publish(title)
        editor = self.desks["editor"]
        editor.act(f"{item}/revision", {"ground": "changed", "reason": "有变化"})
        new = self.news(title) | {"text": f"{title}。更正后的正文。" * 20, "item_do": "save"}
        editor.act(f"{item}/edit", new | {"item_base": self.base(item)})
        editor.act(f"{item}/review", {})
        self.opine("secrecy", "secrecy", item)
        self.opine("approver", "sign-off", item)
        return item.rsplit("/", 1)[1]

    def withdraw(self, title):
        """Publishes an item and takes it down; returns its id."""
        item = "/office/items/" + self.publish(title)
        self.desks["editor"].act(f"{item}/withdrawal", {"ground": "error", "reason": "发布有误"})
        self.desks["approver"].act(f"{item}/withdrawal/decision", {"verdict": "pass", "reason": ""})
        return item.rsplit("/", 1)[1]

    def upload(self, title):
        """A draft with a file; returns its id."""
        place = self.desks["editor"].act("/office/items", self.news(title) | {"item_do": "save"})
        item = place.split("?")[0]
        self.desks["editor"].act(f"{item}/attachments", {"item_base": self.base(item)}, (f"{title}.png", picture()))
        return item.rsplit("/", 1)[1]


class Bustle:
    """Several clerks who do one act after another until the site goes away, and remember what it confirmed."""

    def __init__(self, office, count, titles, goes_on=False, act=Office.publish):
        self.act = act
        # Whether clerks try again after the site refused or did not answer.
        self.goes_on = goes_on
        self.published = []
        self.begun = 0
        self.errors = []
        self.is_over = threading.Event()
        self.threads = [
            threading.Thread(target=self._work, args=(office.copy(), f"{titles} {number}"), daemon=True)
            for number in range(count)
        ]

    def __enter__(self):
        for thread in self.threads:
            thread.start()
        return self

    def __exit__(self, *_):
        self.is_over.set()
        for thread in self.threads:
            thread.join(120)

    def _work(self, office, title):
        number = 0
        while not self.is_over.is_set():
            number += 1
            self.begun += 1
            try:
                self.published.append(self.act(office, f"{title} {number}"))
            except Lost:
                if not self.goes_on:
                    return
                time.sleep(0.02)
            except Exception as error:  # told by the test, not by the thread
                self.errors.append(repr(error)[:2000])
                return
