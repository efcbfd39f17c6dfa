"""What a person does on the pages: sign in, fill in a form, press a button, read."""

import datetime
import re

from selenium.common.exceptions import WebDriverException
from selenium.webdriver.common.by import By
from selenium.webdriver.support.ui import Select, WebDriverWait

from conftest import PASSWORD

SEATS = {"consequence": "officer", "source": "officer", "sign-off": "approver"}
OPINIONS = {"secrecy": "不涉密", "legal": "合法", "consequence": "可以公开", "source": "来源属实", "sign-off": "签发"}


def day(offset):
    """A day in China, counted from today."""
    zone = datetime.timezone(datetime.timedelta(hours=8))
    return (datetime.datetime.now(zone).date() + datetime.timedelta(days=offset)).isoformat()


class Walk:
    def __init__(self, browser, site):
        self.browser = browser
        self.site = site

    def open(self, path):
        self.browser.get(path if path.startswith("http") else self.site.url + path)

    @property
    def text(self):
        return self.browser.find_element(By.TAG_NAME, "body").text

    @property
    def path(self):
        return self.browser.current_url.removeprefix(self.site.url)

    def sign_in(self, login):
        self.browser.delete_all_cookies()
        self.open("/office/sign-in")
        self.fill("login", login)
        self.fill("password", PASSWORD)
        self.press("登录")
        assert self.path == "/office", self.text

    def draft(self, address, typed, button="保存并提交审查"):
        """Fills in the form at this address as an editor; the answer is the address of the item."""
        self.sign_in("editor")
        self.open(address)
        for key, value in typed.items():
            self.fill(key, value)
        self.press(button)
        item = self.path.split("?")[0]
        assert re.fullmatch(r"/office/items/\w{26}", item), self.text
        return item

    def opine(self, item, *kinds):
        """Gives these opinions, each from its own seat; all pass."""
        for kind in kinds:
            self.sign_in(SEATS.get(kind, kind))
            self.open(f"{item}/opinions/{kind}")
            self.press(OPINIONS[kind])
            assert "/opinions/" not in self.path, self.text

    def public_page(self, item):
        """The address that the public has for an item."""
        self.open(item)
        self.follow("在网站上查看")
        return self.path

    def fill(self, key, value):
        """Types, chooses or ticks, whatever the field with this name wants."""
        first = self.browser.find_element(By.NAME, key)
        kind = first.get_attribute("type")
        if first.tag_name == "select":
            select = Select(first)
            if value in [option.get_attribute("value") for option in select.options]:
                select.select_by_value(value)
            else:
                select.select_by_visible_text(value)
        elif kind in ("radio", "checkbox"):
            for wanted in value.split(","):
                box = self.browser.find_element(By.CSS_SELECTOR, f'input[name="{key}"][value="{wanted}"]')
                if not box.is_selected():
                    self.browser.execute_script("arguments[0].click()", box)
        elif kind == "file":
            first.send_keys(value)
        elif kind == "date":
            self.browser.execute_script("arguments[0].value = arguments[1]", first, value)
        else:
            first.clear()
            first.send_keys(value)

    def value(self, key):
        first = self.browser.find_element(By.NAME, key)
        if first.get_attribute("type") in ("radio", "checkbox"):
            chosen = self.browser.find_elements(By.CSS_SELECTOR, f'input[name="{key}"]:checked')
            return ",".join(box.get_attribute("value") for box in chosen)
        return first.get_attribute("value")

    def error_beside(self, key):
        field = self.browser.find_element(By.NAME, key)
        for ident in (field.get_attribute("aria-describedby") or "").split():
            described = self.browser.find_element(By.ID, ident)
            if "error" in (described.get_attribute("class") or "") or ident.endswith("-error"):
                return described.text
        return ""

    def press(self, words):
        """Presses the first button (or link that looks like one) that begins with these words; waits for its page."""
        for tag in ("button", "a"):
            for element in self.browser.find_elements(By.TAG_NAME, tag):
                if element.is_displayed() and element.text.strip().startswith(words):
                    return self.click(element)
        raise AssertionError(f"no «{words}» on {self.path}:\n{self.text}")

    def follow(self, words):
        self.click(self.browser.find_element(By.PARTIAL_LINK_TEXT, words))

    def click(self, element):
        self.browser.execute_script("arguments[0].scrollIntoView({block: 'center'})", element)
        self.browser.execute_script("window.leaving = true")
        element.click()
        arrived = "return window.leaving !== true && document.readyState === 'complete'"
        wait = WebDriverWait(self.browser, 30, ignored_exceptions=[WebDriverException])
        wait.until(lambda browser: browser.execute_script(arrived))
