"""Every kind of page in both languages, wide and narrow: axe finds nothing (WCAG 2.1 A and AA)."""

import pathlib

import axe_playwright_python
import pytest

from walk import Walk

AXE = (pathlib.Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text(encoding="utf-8")
PORTAL = ["/", "/shiqiao", "/shiqiao/columns", "/shiqiao/columns/law-enforcement/penalties", "/shiqiao/search?q=安全",
          "/shiqiao/guide", "/shiqiao/catalogue", "/shiqiao/nowhere", "/office/sign-in"]
OFFICE = {
    "editor": ["/office", "/office/items", "/office/items/new", "/office/items/new?duty=PEN", "/office/account",
               "/office/account/second-factor", "/office/account/delegations", "/office/duties", "/office/duties/PEN"],
    "admin": ["/office/people", "/office/people/new", "/office/people/safety", "/office/settings",
              "/office/settings/columns", "/office/audit", "/office/audit?act=person.sign-in", "/office/handing-on"],
}
RULES = {"runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"]}}


def violations(walk, path):
    walk.open(path)
    return violations_here(walk)


def violations_here(walk):
    """On the page that is open, be it the answer to a form."""
    path = walk.path
    walk.browser.execute_script(AXE)
    found = walk.browser.execute_async_script(
        "const done = arguments[arguments.length - 1]; axe.run(document, arguments[0]).then(done)", RULES)
    assert found["passes"], f"axe looked at nothing on {path}"
    return [f"{path}: {each['id']}: {node['html'][:200]}" for each in found["violations"] for node in each["nodes"]]


def violations_everywhere(walk, *paths):
    """Of these pages in both languages, wide and narrow; none of them is wider than its window."""
    found = []
    for width in (360, 1280):
        walk.browser.set_window_size(width, 1400)
        for path in paths:
            for language in ("", "/en"):
                found += violations(walk, language + path)
                wide = walk.browser.execute_script("return document.documentElement.scrollWidth - window.innerWidth")
                if wide > 0:
                    found.append(f"{language}{path}: {wide} px wider than a window of {width}")
    walk.browser.set_window_size(1280, 1400)
    return found


@pytest.mark.parametrize("width", [360, 1280])
def test_axe_finds_nothing(browser, site, width):
    walk = Walk(browser, site)
    browser.set_window_size(width, 1400)
    found = []
    for language in ("", "/en"):
        browser.delete_all_cookies()
        for path in PORTAL:
            found += violations(walk, language + path)
        for login, paths in OFFICE.items():
            walk.sign_in(login)
            for path in paths:
                found += violations(walk, language + path)
    browser.set_window_size(1280, 1400)
    assert found == []
