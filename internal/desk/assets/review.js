// The keyboard of review. Every key presses a button or follows a link that
// the page has anyway: forms are sent as they are, and the page that answers
// is taken apart for its pieces. No text ever becomes HTML here.

const $ = (selector, within = document) => within.querySelector(selector);
const all = (selector, within = document) => [...within.querySelectorAll(selector)];
const review = $("#review"), questions = $("#questions");
const list = review || questions;
let current = null; // id of the statement or question that is looked at
let sending = Promise.resolve(), waiting = 0;

// ask fetches a page; the browser parses it as a document without scripts.
function ask(method, address, body) {
  return new Promise((done, failed) => {
    const x = new XMLHttpRequest();
    x.open(method, address);
    x.responseType = "document";
    x.onload = () => x.response ? done({ status: x.status, page: x.response }) : failed(new Error(x.status));
    x.onerror = () => failed(new Error("network"));
    x.send(body);
  });
}

// say tells what was done to who cannot see it.
function say(text) {
  const where = $("#review-said");
  if (where && text) where.textContent = text;
}

function wrong(page) {
  return [...page.querySelectorAll("main .wrong, main .wrong + p")].filter((e) => !e.hidden && !e.id).map((e) => e.textContent.trim()).filter(Boolean).join(" ");
}

// swap takes the pieces of a new page in the place of the old ones.
function swap(page) {
  for (const id of ["statements", "text", "review-counts", "review-bar", "questions"]) {
    const old = document.getElementById(id), now = page.getElementById(id);
    if (old && now) old.replaceWith(document.importNode(now, true));
  }
  const said = page.getElementById("review-said");
  if (said) say(said.textContent);
  const keys = $("#show-keys");
  if (keys) keys.hidden = false;
  look(current, false);
}

// send posts a form, one after the other; the page changes after the last.
function send(form, button) {
  const body = new URLSearchParams(new FormData(form, button));
  const address = button?.getAttribute("formaction") || form.action;
  waiting++;
  const answer = sending.then(() => ask("POST", address, body)).then(({ status, page }) => {
    waiting--;
    if (status >= 400 && !(status === 409 && page.getElementById("questions"))) {
      complain(wrong(page) || String(status));
      return false;
    }
    if (waiting === 0) swap(page);
    return true;
  }).catch((e) => { waiting--; complain(String(e.message)); return false; });
  sending = answer;
  return answer;
}

function complain(text) {
  const dialog = $("#panel");
  const where = dialog?.open ? $("#panel-wrong") : $("#review-wrong") || $("#question-wrong") || $("#review-busy");
  if (where) { where.hidden = false; where.textContent = text; }
}

// The statement or question that is looked at.

const items = () => review ? all(".st", review) : questions ? all(".question", questions) : [];
const now = () => items().find((e) => e.dataset.id === current);

function look(id, focus = true) {
  const before = current;
  const all_ = items();
  const found = all_.find((e) => e.dataset.id === id);
  for (const e of all_) {
    e.classList.toggle("on", e === found);
    if (e === found) e.setAttribute("aria-current", "true"); else e.removeAttribute("aria-current");
  }
  for (const m of all("#text mark")) m.classList.toggle("on", !!found && m.dataset.st.split(" ").includes(id));
  current = found ? id : null;
  if (!found) return;
  const inside = document.activeElement && document.activeElement.closest("dialog");
  if (!inside) found.focus({ preventScroll: true });
  if (focus) {
    found.scrollIntoView({ block: "nearest" });
    $("#text mark.on")?.scrollIntoView({ block: "nearest" });
  }
  if (questions && before !== id) lease(id);
}

function move(step, only = () => true) {
  const list = items();
  let i = list.findIndex((e) => e.dataset.id === current);
  for (i += step; i >= 0 && i < list.length; i += step) {
    if (only(list[i])) { look(list[i].dataset.id); return true; }
  }
  return false;
}

// onward goes to what waits next; at the end it stays.
const onward = () => move(1, (e) => review ? e.dataset.waits : true);

function press(item, name) {
  const button = $(`button[value="${name}"]`, item);
  if (!button) return;
  const answer = send(button.form, button);
  onward();
  return answer;
}

// The panel shows the form of another page.

async function open(address, id) {
  const dialog = $("#panel");
  if (!dialog) { location.assign(address); return; }
  let got;
  try { got = await ask("GET", address); } catch (e) { complain(String(e.message)); return; }
  const form = got.page.getElementById(id);
  if (!form) { complain(wrong(got.page) || String(got.status)); return; }
  $("#panel-wrong").hidden = true;
  $("#panel-title").textContent = form.dataset.title;
  $("#panel-body").replaceChildren(document.importNode(form, true));
  if (!dialog.open) dialog.showModal();
  const first = $("input:checked[type=radio], .fields input:not([type=checkbox]), .fields select, input[data-entity], textarea, input:not([type=hidden])", dialog);
  first?.focus();
  if (first?.select) first.select();
}

document.addEventListener("submit", async (e) => {
  const form = e.target;
  if (form.method !== "post" || !list && !form.closest("dialog") || form.classList.contains("desk-user")) return;
  e.preventDefault();
  delete form.dataset.sent;
  const inPanel = form.closest("#panel");
  const ok = await send(form, e.submitter);
  if (ok && inPanel) { $("#panel").close(); onward(); }
}, true);

document.addEventListener("change", (e) => {
  const select = e.target.closest("select[data-reload]");
  if (!select || !select.closest("#panel")) return;
  open(select.dataset.reload + "?" + new URLSearchParams(new FormData(select.form)), "edit");
});

// Names are looked up while they are typed.
let typed;
document.addEventListener("input", (e) => {
  const field = e.target.closest("input[data-entity]");
  if (!field || field.value.length < 2 || field.value.includes("#")) return;
  clearTimeout(typed);
  typed = setTimeout(async () => {
    const answer = await fetch("/desk/entities?q=" + encodeURIComponent(field.value), { headers: { Accept: "application/json" } });
    const names = document.getElementById(field.getAttribute("list"));
    if (!answer.ok || !names) return;
    names.replaceChildren(...(await answer.json()).map((n) => {
      const o = document.createElement("option");
      o.value = n.value;
      o.label = n.about;
      return o;
    }));
  }, 150);
});

// Words chosen in the text: places are counted in code points of the plain text.

function place(node, offset) {
  const p = (node.nodeType === 1 ? node : node.parentElement)?.closest("#text p");
  if (!p) return null;
  const range = document.createRange();
  range.setStart(p, 0);
  range.setEnd(node, offset);
  return Number(p.dataset.start) + [...range.toString()].length;
}

function chosen() {
  const s = getSelection();
  if (!s.rangeCount || s.isCollapsed) return null;
  const r = s.getRangeAt(0), start = place(r.startContainer, r.startOffset), end = place(r.endContainer, r.endOffset);
  if (start === null || end === null || end <= start) return null;
  return new URLSearchParams({ start, end, revision: review.dataset.revision });
}

let words = null;
document.addEventListener("selectionchange", () => {
  const bar = $("#chosen");
  if (!bar || $("#panel").open) return;
  words = chosen();
  bar.hidden = !words;
});

function take(what) {
  if (words) open(`/desk/review/${review.dataset.article}/${what}?${words}`, "edit");
}

document.addEventListener("click", (e) => {
  const link = e.target.closest("a");
  if (link?.id === "chosen-add" || link?.id === "chosen-name") {
    e.preventDefault();
    take(link.id === "chosen-add" ? "add" : "name");
    return;
  }
  if (link?.dataset.panel && review && !e.ctrlKey && !e.metaKey && !e.shiftKey) {
    e.preventDefault();
    current = link.closest(".st").dataset.id;
    look(current, false);
    open(link.href, link.dataset.panel);
    return;
  }
  if (e.target.closest("#panel-close")) $("#panel").close();
  if (e.target.closest("#keys-close")) $("#keys").close();
  if (e.target.closest("#show-keys")) $("#keys").showModal();
  const mark = e.target.closest("#text mark");
  if (mark && getSelection().isCollapsed) look(mark.dataset.st.split(" ")[0]);
  const item = e.target.closest(".st, .question");
  if (item && !e.target.closest("a, button, input, select, summary")) look(item.dataset.id, false);
});

$("#panel")?.addEventListener("close", () => { $("#panel-body").replaceChildren(); look(current, false); });

// Keys. Shift and other scripts of the keyboard: e.code serves where e.key is
// no Latin letter.
function keyOf(e) {
  if (/^[a-z?]$/i.test(e.key)) return e.key;
  if (/^Key[A-Z]$/.test(e.code)) return e.shiftKey ? e.code[3] : e.code[3].toLowerCase();
  return e.key;
}

const keys = {
  j: () => move(1), k: () => move(-1), ArrowDown: () => move(1), ArrowUp: () => move(-1),
  a: (item) => press(item, "accept"),
  p: (item) => press(item, "prefer"),
  e: (item) => open($('a[data-panel="edit"]', item).href, "edit"),
  d: (item) => open($('a[data-panel="deprecate"]', item).href, "deprecate"),
  m: (item) => follow(item, "#merge"),
  s: (item) => follow(item, "#part"),
  A: () => $("#accept-all") && send($("#accept-all"), $("#accept-all button")),
  u: () => $("#undo-last") && send($("#undo-last"), $("#undo-last button")),
  n: () => take("add"), w: () => take("name"),
  N: () => $("#next-article")?.click(),
  "?": () => $("#keys")?.showModal(),
};

function follow(item, hash) {
  const who = $("a.who", item);
  if (who) location.assign(who.href + hash);
}

// A key that opens the panel does not type into its first field while it is
// still held down.
let held = null;
document.addEventListener("keydown", (e) => { if (!e.repeat) held = null; else if (e.code === held) e.preventDefault(); }, true);
document.addEventListener("keypress", (e) => { if (e.code === held) e.preventDefault(); }, true);
document.addEventListener("keyup", (e) => { if (e.code === held) held = null; }, true);

document.addEventListener("keydown", (e) => {
  if (e.ctrlKey || e.metaKey || e.altKey || e.isComposing || !list || $("dialog[open]")) return;
  if (e.target.closest("input, select, textarea, [contenteditable]")) return;
  const key = keyOf(e), item = now();
  if (questions) {
    if (key === "j" || key === "k") { e.preventDefault(); move(key === "j" ? 1 : -1); return; }
    const button = item && $(`[data-key="${CSS.escape(key)}"]`, item);
    if (!button) return;
    e.preventDefault();
    if (button.form) { const next = item.nextElementSibling?.dataset.id; send(button.form, button); if (next) look(next); } else button.click();
    return;
  }
  if (!(key in keys) || (keys[key].length && !item)) return;
  e.preventDefault();
  held = e.code;
  keys[key](item);
});

// Others see who is at work on what.
async function lease(id) {
  const answer = await fetch("/desk/questions/" + id, { method: "POST", headers: { Accept: "application/json" }, body: new URLSearchParams({ do: "lease" }) });
  if (!answer.ok) return;
  const { busy } = await answer.json(), item = items().find((e) => e.dataset.id === id), where = item && $(".busy", item);
  if (where) { where.hidden = !busy; if (busy) where.textContent = busy; }
}

if (review) {
  $("#show-keys").hidden = false;
  const first = items().find((e) => e.dataset.waits) || items()[0];
  if (first) look(first.dataset.id, false);
  setInterval(() => { if (!document.hidden) fetch(location.pathname, { headers: { Accept: "application/json" } }); }, 120000);
} else if (questions && items()[0]) look(items()[0].dataset.id, false);
