"""The pages in a real browser: direction, joined letters, nothing wider than the window, nothing fetched.

The page reports on itself: a script is added to a copy, and what it writes into the document is read back.
"""

from __future__ import annotations

import json
import shutil
import subprocess
from html import escape, unescape
from pathlib import Path
from typing import Any

import pytest

from tests.transforms.report.releases import hostile_release, seed_release
from tests.transforms.report.seeds import seed_readings
from transforms.report.explain import explain_page
from transforms.report.release import release_report
from transforms.report.source import in_memory

BROWSER = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
FLAGS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--hide-scrollbars",
)
#: What keeps a page from running anything, this test's own script included.
POLICY = escape("default-src 'none'; style-src 'unsafe-inline'")
#: The page in a frame of the wanted width: a window has a least width of its own.
FRAME = """<!DOCTYPE html><iframe width="{width}" height="900" src="page.html"></iframe>
<pre id="found"></pre>
<script>onmessage = (event) => {{ document.getElementById("found").textContent = event.data; }};</script>"""
PROBE = """<script>
const width = (text, joined) => {
  const span = document.createElement("span");
  span.lang = "ar";
  span.innerHTML = joined ? text : [...text].join("\\u200c");
  document.body.append(span);
  const found = span.getBoundingClientRect().width;
  span.remove();
  return found;
};
const word = "\\u0645\\u062d\\u0645\\u062f";
const split = "\\u0645\\u062d<mark class='side-a'>\\u0645\\u062f</mark>";
const prose = document.querySelector(".prose p:not([dir])");
parent.postMessage(JSON.stringify({
  window: innerWidth,
  page: document.documentElement.scrollWidth,
  rightward: [...document.querySelectorAll("[dir=rtl]")].every((each) => getComputedStyle(each).direction === "rtl"),
  prose: prose && getComputedStyle(prose).direction,
  plain: width(word, true), apart: width(word, false), marked: width(split, true),
  fetched: performance.getEntriesByType("resource").length,
  scripts: document.scripts.length,
}), "*");
</script></body>"""

pytestmark = [
    pytest.mark.browser,
    pytest.mark.slow,
    pytest.mark.skipif(BROWSER is None, reason="no browser was found"),
]


def pages() -> dict[str, str]:
    seeds = release_report(in_memory(seed_release()), "A release")
    hostile = release_report(in_memory(hostile_release()), "A release")
    return {
        "index": seeds["index.html"],
        "documents": seeds["documents/001.html"],
        "hostile": hostile["index.html"],
        "explain": explain_page(seed_readings()[4]),
    }


def looked_at(source: str, width: int, folder: Path) -> dict[str, Any]:
    """What the page says of itself in a window of this width."""
    assert BROWSER is not None
    assert POLICY in source
    (folder / "page.html").write_text(source.replace(POLICY, "").replace("</body>", PROBE), "utf-8")
    (folder / "frame.html").write_text(FRAME.format(width=width), "utf-8")
    profile = f"--user-data-dir={folder / 'profile'}"
    arguments = ["--virtual-time-budget=4000", "--dump-dom", (folder / "frame.html").as_uri()]
    run = subprocess.run(
        [BROWSER, *FLAGS, profile, *arguments], capture_output=True, text=True, timeout=60, check=True
    )  # fmt: skip
    found: dict[str, Any] = json.loads(unescape(run.stdout.split('<pre id="found">')[1].split("</pre>")[0]))
    return found


@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize("name", ["index", "documents", "hostile", "explain"])
def test_a_page_in_the_browser(name: str, width: int, tmp_path: Path) -> None:
    found = looked_at(pages()[name], width, tmp_path)
    assert found["window"] == width
    assert found["page"] <= width, "wider than the window"
    assert found["rightward"]
    assert found["prose"] in ("rtl", None)
    assert found["apart"] != found["plain"], (
        "this browser has no Arabic letters that join: the next check shows nothing"
    )
    assert found["marked"] == pytest.approx(found["plain"], abs=0.5), "a mark breaks the joining of letters"
    assert found["fetched"] == 0
    assert found["scripts"] == 1, "only the script of this test"
