// Command-line arguments in (see main); one JSON object about a page in Chromium, on standard output.
//   node browser.mjs PLAYWRIGHT CHROMIUM URL REQUEST-AS-JSON
// request: { width, height, javascript, bypassPolicy, axe, media, large, screenshot, pdf }
import { createRequire } from "node:module";
import { readFileSync } from "node:fs";

const [playwright, executablePath, url, request] = process.argv.slice(2);
const { chromium } = createRequire(import.meta.url)(playwright);
const wish = JSON.parse(request);

const browser = await chromium.launch({
  executablePath,
  args: [
    "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-sync", "--disable-quic",
    "--disable-background-networking", "--disable-component-update",
  ],
});
try {
  console.log(JSON.stringify(await look()));
} finally {
  await browser.close();
}

async function look() {
  const context = await browser.newContext({
    viewport: { width: wish.width, height: wish.height },
    javaScriptEnabled: wish.javascript,
    bypassCSP: wish.bypassPolicy,
  });
  const page = await context.newPage();
  const seen = { console: [], requests: [], violations: [], axeRules: 0 };
  page.on("console", (message) => {
    if (["error", "warning"].includes(message.type())) seen.console.push(message.text());
  });
  page.on("pageerror", (error) => seen.console.push(String(error)));
  page.on("request", (asked) => {
    if (asked.url() !== url && !asked.url().startsWith("data:")) seen.requests.push(asked.url());
  });
  await page.goto(url, { waitUntil: "load" });
  if (wish.large) await page.check("#_large");
  if (wish.media) await page.emulateMedia({ media: wish.media });
  Object.assign(seen, await page.evaluate(measure));
  if (wish.axe) await audit(page, seen);
  if (wish.screenshot) await page.screenshot({ path: wish.screenshot, fullPage: true });
  if (wish.pdf) await page.pdf({ path: wish.pdf, format: "Letter", printBackground: true });
  return seen;
}

async function audit(page, seen) {
  await page.evaluate(readFileSync(wish.axe, "utf8"));
  const report = await page.evaluate(() => globalThis.axe.run(document, { resultTypes: ["violations"] }));
  seen.axeRules = report.passes.length;
  seen.violations = report.violations.map((rule) => ({
    id: rule.id,
    impact: rule.impact,
    help: rule.help,
    nodes: rule.nodes.map((node) => node.html),
  }));
}

// Runs in the page. What sticks out: elements that reach over the window's side, where nothing above
// them scrolls or hides.
function measure() {
  const width = document.documentElement.clientWidth;
  const contained = (element) => {
    for (let up = element.parentElement; up && up !== document.body; up = up.parentElement) {
      if (getComputedStyle(up).overflowX !== "visible") return true;
    }
    return false;
  };
  const sticksOut = [...document.body.querySelectorAll("*")].filter((element) => {
    const box = element.getBoundingClientRect();
    return box.width > 1 && (box.right > width + 1 || box.left < -1) && !contained(element);
  });
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const sizes = [];
  while (texts.nextNode()) {
    const element = texts.currentNode.parentElement;
    const shown = texts.currentNode.data.trim() && element.checkVisibility();
    if (shown) sizes.push(parseFloat(getComputedStyle(element).fontSize));
  }
  return {
    smallest: Math.min(...sizes),
    text: document.body.innerText,
    main: document.querySelector("main")?.innerText ?? "",
    scrollWidth: document.documentElement.scrollWidth,
    clientWidth: width,
    sticksOut: sticksOut.map((element) => element.outerHTML.slice(0, 160)),
  };
}
