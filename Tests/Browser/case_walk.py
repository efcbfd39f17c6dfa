"""What applicants and those who handle their cases do on the pages, in a browser that runs no scripts."""

import contextlib
import pathlib
import re
import time
import urllib.error
import urllib.parse
import urllib.request

import pytest
from selenium.webdriver.common.by import By

from test_accessibility import violations_here
from test_cases import PERSON, answer_question, picture
from walk import Walk, day

# Days of the holidays of an invented year: month, day, and how many.
OFF = {"元旦": (1, 1, 3), "春节": (2, 5, 7), "清明节": (4, 4, 3), "劳动节": (5, 1, 5), "端午节": (6, 9, 3),
       "中秋节": (9, 15, 3), "国庆节": (10, 1, 7)}


def know_next_year(site):
    """On whatever day this runs, time limits can be counted: years that nobody has announced yet are invented."""
    known = site.run("holidays", "list").stdout
    this_year = int(day(0)[:4])
    for year in (this_year, this_year + 1):
        if re.search(rf"^{year}\b", known, re.M):
            continue
        spans = [f"{year}-{m:02}-{d:02}..{year}-{m:02}-{d + count - 1:02} off {name}" for name, (m, d, count) in OFF.items()]
        file = site.folder / f"{year}.txt"
        file.write_text(f"# notice: 虚构发〔{year - 1}〕1号\n" + "\n".join(spans) + "\n")
        site.run("holidays", "import", str(file), "--year", str(year), "--confirm")


class CaseWalk(Walk):
    """A walk with scripts switched off; every page that it looks at is looked at wide and narrow."""

    def __init__(self, browser, site):
        super().__init__(browser, site)
        self.found = []
        self.run_no_scripts()

    def run_no_scripts(self, are_off=True):
        self.browser.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": are_off})

    @contextlib.contextmanager
    def scripts(self):
        """For axe, which is one."""
        self.run_no_scripts(False)
        yield
        self.run_no_scripts()

    def look(self, name):
        """The page that is open, with everything unfolded: axe finds nothing, nothing scrolls sideways.

        The engines make the same pages, so that it is enough to look on one.
        """
        if self.site.database.startswith("postgres"):
            return
        picture(self, name)
        self.browser.execute_script("document.querySelectorAll('details').forEach(each => { each.open = true })")
        for width in (360, 1280):
            self.browser.set_window_size(width, 1400)
            with self.scripts():
                self.found += [f"{width}: {each}" for each in violations_here(self)]
            wide = self.browser.execute_script("return document.documentElement.scrollWidth - window.innerWidth")
            if wide > 0:
                self.found.append(f"{name} {self.path}: {wide} px wider than a window of {width}")
        self.browser.set_window_size(1280, 1400)

    def look_at(self, name, path):
        """A page in both languages."""
        for language in ("zh", "en") if not self.site.database.startswith("postgres") else ():
            self.open(path if language == "zh" else "/en" + path)
            self.look(f"{name}-{language}")

    def unfold(self, words):
        for summary in self.browser.find_elements(By.TAG_NAME, "summary"):
            if summary.is_displayed() and summary.text.strip().startswith(words):
                if summary.find_element(By.XPATH, "..").get_attribute("open") is None:
                    self.browser.execute_script("arguments[0].scrollIntoView({block: 'center'})", summary)
                    summary.click()
                return
        raise AssertionError(f"nothing folded up under «{words}» on {self.path}:\n{self.text}")

    def record(self, event, name, **typed):
        """Fills in the form of an event on the page of a case and sends it."""
        self.unfold(name)
        for key, value in typed.items():
            self.fill(f"{event}_{key}", value)
        self.press(name)

    def record_well(self, event, name, **typed):
        self.record(event, name, **typed)
        assert "did=event" in self.path, f"{event}: {self.path}: {self.text[:600]}"

    def due(self):
        """The last day of the case whose page of the office is open."""
        return self.browser.find_element(By.CSS_SELECTOR, 'a[href="#clocks"] time').get_attribute("datetime")

    def saved(self, words):
        """Presses a button that gives a file, and reads it."""
        folder = self.site.folder / "saved"
        self.browser.execute_cdp_cmd("Page.setDownloadBehavior", {"behavior": "allow", "downloadPath": str(folder)})
        before = set(folder.glob("*"))
        button = next(each for each in self.browser.find_elements(By.TAG_NAME, "button") if each.text.startswith(words))
        self.browser.execute_script("arguments[0].scrollIntoView({block: 'center'})", button)
        button.click()
        for _ in range(100):
            new = [each for each in set(folder.glob("*")) - before if each.suffix != ".crdownload"]
            if new:
                return new[0], new[0].read_bytes()
            time.sleep(0.1)
        raise AssertionError(f"no file came of «{words}»")

    # On the portal

    def ask(self, kind, typed):
        """Files a case on the portal; the answer is its code."""
        self.open(f"/shiqiao/ask/{kind}")
        for key, value in typed.items():
            self.fill(key, value)
        self.fill("consent", "yes")
        answer_question(self)
        time.sleep(3.2)
        self.press("提交")
        assert "已收到，编号" in self.text, self.text
        return self.browser.find_element(By.TAG_NAME, "code").text

    def open_case(self, code, language=""):
        """Opens the page of a case as its applicant, in a browser that knows nothing of anybody."""
        self.browser.delete_all_cookies()
        self.open(f"{language}/shiqiao/cases")
        self.fill("code", code)
        self.fill("contact", PERSON["telephone"])
        self.press("Open" if language else "查询")

    def look_at_case(self, name, code):
        self.open_case(code, "/en")
        self.look(f"{name}-en")
        self.open_case(code)
        self.look(f"{name}-zh")

    # Without the browser's window, for what is done many times

    def send(self, path, fields=None):
        """A page, or the answer to a form, with the session of the browser: status and text."""
        cookies = "; ".join(f"{each['name']}={each['value']}" for each in self.browser.get_cookies())
        body = None
        if fields is not None:
            token = self.browser.find_element(By.NAME, "csrf").get_attribute("value")
            body = urllib.parse.urlencode(fields | {"csrf": token}).encode()
        request = urllib.request.Request(self.site.url + path, body, {"Cookie": cookies})
        try:
            with urllib.request.urlopen(request, timeout=60) as answer:
                return answer.status, answer.read().decode(errors="replace")
        except urllib.error.HTTPError as error:
            return error.code, error.read().decode(errors="replace")


@pytest.fixture
def walk(browser, site):
    know_next_year(site)
    walk = CaseWalk(browser, site)
    page = site.folder / "scripts.html"
    page.write_text("<title>off</title><script>document.title = 'on'</script>")
    browser.get(pathlib.Path(page).as_uri())
    assert browser.title == "off", "the browser runs scripts"
    yield walk
    walk.run_no_scripts(False)
