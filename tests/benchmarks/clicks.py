"""The tailor screen in Chromium in; milliseconds from a click to the changed page in sight, out.

    python -m tests.benchmarks.clicks

From the event of the click until the frame after the first changed page has its new picture: what a
clinician waits for. The server is the real one, with its processes warm."""

from __future__ import annotations

import re
import statistics
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Page, sync_playwright

from tests.tools.outside import CHECKOUT, path_of

TOPICS = ("low-back-and-hip-pain", "first-days-of-back-pain")
ROUNDS = 12

_WATCH = """(selector) => new Promise((done) => {
  const target = document.querySelector(selector);
  const paper = document.getElementById("paper");
  let began = 0;
  const watch = new MutationObserver((changes) => {
    const added = changes.flatMap((one) => [...one.addedNodes]);
    const fresh = added.some((node) => node.nodeName === "IMG");
    if (!fresh || !began) return;
    watch.disconnect();
    requestAnimationFrame(() => requestAnimationFrame((now) => done(now - began)));
  });
  watch.observe(paper, { childList: true, subtree: true });
  const start = () => { began ||= performance.now(); };
  document.addEventListener("click", start, { capture: true, once: true });
  target.click();
})"""

CLICKS = {
    "untick a section, and tick it": "input[name=keep][value={section}]",
    "blank an exercise, and back": "input[name='blank.{exercise}']",
    "another language": "input[name=language]:not(:checked)",
    "another print": "input[name=print]:not(:checked)",
}
PLACES = {
    "low-back-and-hip-pain": {"section": "before", "exercise": "knee-rolls"},
    "first-days-of-back-pain": {"section": "medicine", "exercise": "knee-rolls"},
}


@contextmanager
def served() -> Iterator[str]:
    """The address of a server of its own."""
    command = (sys.executable, "-m", "careleaf", "serve", "--no-open", "--port", "0", "--quiet")
    process = subprocess.Popen(
        [*command, "--content", str(CHECKOUT / "content")], stdout=subprocess.PIPE, text=True
    )
    assert process.stdout
    found = re.search(r"http://\S+/", process.stdout.readline())
    assert found
    try:
        yield found[0]
    finally:
        process.terminate()
        process.wait()


def times(page: Page, selector: str) -> list[float]:
    """Of some clicks on it, one after the other."""
    found: list[float] = []
    for _ in range(ROUNDS):
        page.wait_for_selector("#paper[data-state=drawn]")
        page.wait_for_timeout(150)
        found.append(float(page.evaluate(_WATCH, selector)))
    page.wait_for_selector("#paper[data-state=drawn]")
    return found


def main() -> None:
    """Print a line for each kind of click on each topic."""
    with served() as address, sync_playwright() as play:
        browser = play.chromium.launch(executable_path=str(path_of("chromium")))
        page = browser.new_page(viewport={"width": 1280, "height": 800})
        for topic in TOPICS:
            for named in ("", "Ada Sample"):
                page.goto(f"{address}tailor/{topic}")
                page.wait_for_selector("#paper[data-state=drawn]")
                if named:
                    page.locator("#name").fill(named)
                for words, selector in CLICKS.items():
                    found = times(page, selector.format(**PLACES[topic]))
                    typical, worst = statistics.median(found), max(found)
                    told = f"{topic}{', with a name' if named else ''}: {words}"
                    print(f"{told}: {typical:.0f} ms typical, {worst:.0f} ms at worst")
        browser.close()


if __name__ == "__main__":
    main()
