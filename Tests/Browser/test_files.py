"""A file with an identity number in it, from the upload to the public: the number is found, covered, and gone."""

import hashlib
import re
import subprocess
import time
import urllib.error
import urllib.request
import zlib

from selenium.webdriver.common.by import By

from test_accessibility import violations_everywhere, violations_here
from test_life import NEWS
from walk import Walk

# The sample of GB 11643.
NUMBER = "11010519491231002X"


def pdf(*lines):
    """A PDF of one page with these lines in Helvetica."""
    text = b"BT /F1 14 Tf 72 770 Td 20 TL " + b" ".join(b"(" + line.encode() + b") Tj T*" for line in lines) + b" ET"
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R "
        b"/Resources << /Font << /F1 5 0 R >> >> >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(text), text),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    file, places = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(file))
        file += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    rows = b"".join(b"%010d 00000 n \n" % place for place in places)
    return file + b"xref\n0 6\n0000000000 65535 f \n%strailer\n<< /Size 6 /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (
        rows, len(file))


def unpacked(file):
    """All bytes of a PDF and what its compressed streams hold."""
    parts = [file]
    for stream in re.findall(rb"stream\r?\n(.*?)endstream", file, re.DOTALL):
        try:
            parts.append(zlib.decompress(stream))
        except zlib.error:
            continue
    return b"\n".join(parts)


def wait_until_read(walk, item):
    for _ in range(100):
        walk.open(item)
        if "正在读取" not in walk.text:
            return
        time.sleep(0.3)
    raise AssertionError("the file was not read:\n" + walk.text)


def test_an_identity_number_in_a_file_does_not_reach_the_public(browser, site, tmp_path):
    file = tmp_path / "certificate.pdf"
    file.write_bytes(pdf("Certificate of the drill leader", f"ID {NUMBER}", "Valid for one year"))
    assert NUMBER in subprocess.run(["pdftotext", file, "-"], capture_output=True, text=True).stdout

    walk = Walk(browser, site)
    item = walk.draft("/office/items/new?duty=NEWS", NEWS, "保存草稿")
    walk.open(f"{item}/attachments")
    walk.fill("file", str(file))
    walk.press("上传")
    assert "附件已上传" in walk.text, walk.text
    wait_until_read(walk, item)
    assert "发现 1 处" in walk.text and NUMBER not in browser.page_source
    found = violations_everywhere(walk, item, f"{item}/attachments")
    walk.open(item)
    walk.press("提交审查")

    # The secrecy reviewer cannot just pass it.
    walk.sign_in("secrecy")
    walk.open(f"{item}/opinions/secrecy")
    assert not [b for b in browser.find_elements(By.TAG_NAME, "button") if b.text.startswith("不涉密")]
    walk.press("放行")
    assert "放行须写明理由" in walk.error_beside("reason"), walk.text
    found += violations_here(walk)
    walk.fill("reason", "附件中的身份证号须遮盖")
    walk.press("退回修改")
    assert "已退回" in walk.text

    walk.sign_in("editor")
    walk.open(item)
    assert "附件中的身份证号须遮盖" in walk.text
    walk.press("遮盖「certificate.pdf」")
    redaction = walk.path
    boxes = browser.find_elements(By.CSS_SELECTOR, "input[name^='cover-']")
    assert len(boxes) == 1 and boxes[0].is_selected(), walk.text
    ground = browser.find_element(By.CSS_SELECTOR, "select[name^='ground-']")
    assert ground.get_attribute("value") == "personal-information"
    found += violations_everywhere(walk, redaction)
    walk.open(redaction)
    walk.press("遮盖并复查")
    assert walk.path.startswith(item + "?"), walk.text
    wait_until_read(walk, item)
    assert "发现 1 处" not in walk.text and "附件遮盖" in walk.text, walk.text
    found += violations_everywhere(walk, item)
    walk.open(item)
    walk.press("提交审查")
    walk.opine(item, "secrecy", "sign-off")

    page = walk.public_page(item)
    link = browser.find_element(By.PARTIAL_LINK_TEXT, "certificate.pdf").get_attribute("href")
    browser.delete_all_cookies()
    found += violations_everywhere(walk, page)
    public = urllib.request.urlopen(link).read()
    saved = tmp_path / "public.pdf"
    saved.write_bytes(public)
    text = subprocess.run(["pdftotext", saved, "-"], check=True, capture_output=True, text=True).stdout
    assert "Valid for one year" in text and NUMBER not in re.sub(r"\s", "", text)
    for part in (NUMBER, NUMBER[6:], NUMBER[:10]):
        assert part.encode() not in unpacked(public)
    # The file as it was uploaded cannot be had, not even by its digest.
    digest = hashlib.sha256(file.read_bytes()).hexdigest()
    for path in (link.rsplit("/", 1)[0] + "/" + digest, f"{site.url}{item}/files/{digest}"):
        try:
            other = urllib.request.urlopen(path).read()
        except urllib.error.HTTPError as error:
            other = error.read()
        assert NUMBER.encode() not in other
    assert found == []
