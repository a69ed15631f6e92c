// Every change of the form in; the pages as they will print, redrawn, out. Old pages stay until new
// ones are there; a newer change ends an older drawing.

import { blobOf, lines, path, post, why as whyNot } from "./asked.js";
import { changedSpots } from "./marks.js";
import { old } from "./old.js";
import { keepPlace } from "./place.js";
import { buttonsOf, showState } from "./state.js";
import { element, form, say } from "./words.js";

const pane = document.getElementById("pages");
const paper = document.getElementById("paper");
const thumbs = document.getElementById("thumbs");
const busy = document.getElementById("busy");
const progress = document.getElementById("progress");
const broken = document.getElementById("broken");
const actions = document.getElementById("actions");
const stale = document.getElementById("stale");
const known = new Map();
const waiting = new Map();
const screenId = crypto.randomUUID?.() ?? String(Math.random());
const LATE = 400; // ms before anything is said of waiting
const SHEET = 816; // CSS pixels of Letter paper at its true size
const FOOT = 0.93; // of a page: below stands how many there are, which is news of no spot
const MARKABLE = 0.3; // of a page: where more changed, everything moved, and marks would say nothing
let drawing = null;
let scrolledAt = -Infinity;
let zoom = null;
let drawnAt = 0;
let sharpening = 0;

export const pageCount = () => paper.querySelectorAll(".sheet").length;

function fit() {
  const room = (paper.clientWidth || Math.min(innerWidth, 808)) - 48;
  return Math.max(240, Math.min(760, room));
}

// Drawn anew where the pictures are smaller than the sheets by now.
function sharpen() {
  clearTimeout(sharpening);
  sharpening = setTimeout(() => {
    if (!drawnAt || pixels() <= drawnAt * 1.1) return;
    known.clear();
    refresh();
  }, 400);
}

function resize() {
  const width = zoom ?? fit();
  keepPlace(() => paper.style.setProperty("--sheet", `${width}px`));
  sharpen();
  document.getElementById("scale").textContent = `${Math.round((width / SHEET) * 100)} %`;
}

export function zoomBy(factor) {
  zoom = factor ? Math.max(160, Math.min(2000, (zoom ?? fit()) * factor)) : null;
  resize();
}

function pixels() {
  return Math.min(2400, Math.round((zoom ?? fit()) * Math.max(1, Math.min(2, devicePixelRatio)) / 40) * 40);
}

export function lookedAt() {
  const top = paper.getBoundingClientRect().top;
  let best = 1;
  for (const sheet of paper.querySelectorAll(".sheet")) {
    if (sheet.getBoundingClientRect().top <= top + paper.clientHeight / 3) best = Number(sheet.dataset.page);
  }
  return best;
}

// What is shown is not what the form says any more: `redraw` is called once typing has rested for so
// many ms. Until then nothing counts as drawn, also where an older drawing ends meanwhile. Doses and
// what is for one patient wait each on their own: `what`.
export function pending(what, wait, redraw) {
  paper.dataset.state = "drawing";
  clearTimeout(waiting.get(what));
  const timer = setTimeout(() => {
    waiting.delete(what);
    redraw();
  }, wait);
  waiting.set(what, timer);
}

// Redraw. `why` is "dose" where only words in their places change: then the spots are marked, and
// brought in sight. After any other change the same place of the same page stays.
export async function refresh(why = "") {
  paper.dataset.state = "drawing";
  drawing?.abort();
  const mine = new AbortController();
  drawing = mine;
  const late = setTimeout(() => {
    if (drawing === mine) busy.textContent = say("drawing", { page: 1, of: Math.max(1, pageCount()) });
  }, LATE);
  try {
    const seen = [...known].map(([page, digest]) => `${page}:${digest}`).join(",");
    drawnAt = pixels();
    const asked = { known: seen, at: lookedAt(), width: drawnAt, screen: screenId };
    const answer = await post(`${path}/pages`, asked, mine.signal);
    if (answer.ok) await take(answer, mine, why);
    else await refused(answer);
  } catch (error) {
    if (mine.signal.aborted) return;
    const lost = error instanceof TypeError;
    fail(lost ? say("lost") : say("failed"), "");
  } finally {
    clearTimeout(late);
    if (drawing === mine) {
      busy.textContent = "";
      progress.hidden = true;
      if (!waiting.size) paper.dataset.state = broken.hidden ? "drawn" : "failed";
    }
  }
}

async function refused(answer) {
  const told = answer.headers.get("content-type")?.includes("json") ? await answer.json() : {};
  fail(told.wrong ?? whyNot(answer), "", told.ways);
}

async function take(answer, mine, why) {
  const began = performance.now();
  const changed = [];
  let of = 0;
  for await (const line of lines(answer)) {
    if (mine.signal.aborted) return;
    if (line.state) showState(line.state);
    else if (line.outcome) {
      if (!line.outcome.pages) return fail(line.outcome.wrong, line.outcome.where);
      of = line.outcome.pages;
      mend(line);
    } else if (line.page) {
      if (performance.now() - began > LATE) show(line.page.page, of);
      if (line.page.png && (await swap(line.page, why))) changed.push(line.page.page);
    }
  }
  bringIntoSight(changed, why);
}

function show(page, of) {
  busy.textContent = say("drawing", { page, of });
  progress.hidden = false;
  progress.style.setProperty("--done", page / of);
}

// The pages are good again: as many sheets as there are pages.
function mend({ outcome, said }) {
  broken.hidden = stale.hidden = true;
  actions.removeAttribute("data-broken");
  old("failed", false);
  const count = document.getElementById("page-count");
  count.replaceChildren(element("strong", {}, said.pages), " ", element("span", {}, said.sheets));
  document.getElementById("views-count").textContent = `, ${outcome.pages}`;
  paper.lang = form.elements.language.value;
  paper.querySelector("noscript")?.remove();
  for (let page = pageCount() + 1; page <= outcome.pages; page += 1) addSheet(page);
  for (const sheet of [...paper.querySelectorAll(".sheet")].slice(outcome.pages)) {
    known.delete(Number(sheet.dataset.page));
    sheet.remove();
    thumbs.querySelector(`[data-page="${sheet.dataset.page}"]`)?.remove();
  }
  for (const image of paper.querySelectorAll("img")) {
    image.alt = say("page", { page: image.closest(".sheet").dataset.page, of: outcome.pages });
  }
  paper.dataset.of = outcome.pages;
  markThumb();
}

function addSheet(page) {
  paper.append(element("li", { class: "sheet empty", id: `page-${page}`, "data-page": page }));
  const thumb = element("button", { type: "button", class: "thumb", "data-page": page });
  thumb.append(element("span", { class: "none" }), element("span", {}, String(page)));
  thumb.setAttribute("aria-label", say("page", { page, of: "" }).replace(/\s+\S*\s*$/, ""));
  thumb.addEventListener("click", () => goTo(page));
  thumbs.append(thumb);
}

async function swap(picture, why) {
  const sheet = document.getElementById(`page-${picture.page}`);
  const before = sheet.querySelector("img");
  const image = new Image(picture.width, picture.height);
  image.src = URL.createObjectURL(blobOf(picture.png, "image/png"));
  image.alt = say("page", { page: picture.page, of: paper.dataset.of });
  await image.decode();
  if (known.get(picture.page) === picture.digest) return false;
  const spots = before && why === "dose" ? changedSpots(before, image).filter(([from]) => from < FOOT) : [];
  sheet.classList.remove("empty");
  const small = image.cloneNode();
  small.alt = "";
  const thumb = thumbs.querySelector(`[data-page="${picture.page}"]`);
  thumb.querySelector("img, .none").replaceWith(small);
  keepPlace(() => sheet.replaceChildren(image));
  const share = spots.reduce((sum, [from, to]) => sum + to - from, 0);
  if (share <= MARKABLE) spots.forEach((spot) => sheet.append(markAt(spot)));
  if (before) URL.revokeObjectURL(before.src);
  const first = !known.has(picture.page);
  known.set(picture.page, picture.digest);
  return !first && spots.length > 0;
}

function markAt([from, to]) {
  const mark = element("span", { class: "mark", "aria-hidden": "true" });
  mark.style.setProperty("inset-block-start", `${from * 100}%`);
  mark.style.setProperty("block-size", `${Math.max(0.012, to - from) * 100}%`);
  return mark;
}

function bringIntoSight(changed, why) {
  if (!changed.length || performance.now() - scrolledAt < 3000 || why !== "dose") return;
  if (!changed.includes(lookedAt())) goTo(Math.min(...changed));
}

export function goTo(page) {
  const sheet = document.getElementById(`page-${page}`);
  const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
  const mark = sheet?.querySelector(".mark");
  (mark ?? sheet)?.scrollIntoView({ block: mark ? "center" : "start", behavior: calm ? "auto" : "smooth" });
}

// What went wrong, with the last good pages below it.
function fail(wrong, where, ways = []) {
  broken.querySelector("[data-wrong]").textContent = wrong;
  broken.querySelector("[data-where]").textContent = where;
  broken.querySelector("[data-ways]").replaceChildren(...buttonsOf(ways));
  broken.hidden = false;
  actions.setAttribute("data-broken", "");
  if (!paper.querySelector("img")) return;
  stale.hidden = false;
  old("failed", true);
}

export const pagesFailed = () => !broken.hidden;

function markThumb() {
  const page = lookedAt();
  for (const thumb of thumbs.children) {
    if (Number(thumb.dataset.page) === page) thumb.setAttribute("aria-current", "true");
    else thumb.removeAttribute("aria-current");
  }
}

paper.addEventListener("scroll", markThumb, { passive: true });
for (const kind of ["wheel", "touchmove", "keydown"]) {
  paper.addEventListener(kind, () => { scrolledAt = performance.now(); }, { passive: true });
}
new ResizeObserver(resize).observe(pane);
document.getElementById("smaller").addEventListener("click", () => zoomBy(1 / 1.15));
document.getElementById("larger").addEventListener("click", () => zoomBy(1.15));
paper.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === "+" || event.key === "=") zoomBy(1.15);
  else if (event.key === "-") zoomBy(1 / 1.15);
  else if (event.key === "0") zoomBy(0);
  else if (event.key === "PageDown") goTo(Math.min(pageCount(), lookedAt() + 1));
  else if (event.key === "PageUp") goTo(Math.max(1, lookedAt() - 1));
  else return;
  event.preventDefault();
});
resize();
