// undress takes styles out of pasted HTML before the browser sees them, which
// the desk's policy forbids it to apply; they are kept to be read.
export function undress(text) {
  return text.replace(/<style[\s\S]*?<\/style\s*>/gi, "").replace(/<[a-z][^>]*>/gi, (tag) => tag.replace(/\sstyle\s*=/gi, " data-style="));
}

// Makes ready, for the schema, the DOM of a text of ours and of whatever is
// pasted. No word is touched: elements are moved and renamed.

export function prepare(root) {
  const doc = root.ownerDocument;
  word(root, doc);
  for (const e of [...root.querySelectorAll("b, i, span, font")]) dress(e, doc);
  for (const a of root.querySelectorAll("a > img")) {
    if (a.parentElement.childNodes.length === 1) {
      a.setAttribute("data-href", a.parentElement.getAttribute("href") ?? "");
      a.parentElement.replaceWith(a);
    }
  }
  for (const img of root.querySelectorAll("img")) {
    if (img.closest("figure")) continue;
    const f = doc.createElement("figure");
    img.replaceWith(f);
    f.append(img);
  }
  for (const t of [...root.querySelectorAll("table")]) {
    if (t.parentElement?.hasAttribute("data-table")) continue;
    const frame = doc.createElement("div"), caption = doc.createElement("div");
    frame.setAttribute("data-table", "");
    caption.setAttribute("data-caption", "");
    for (const name of ["lang", "dir"]) if (t.hasAttribute(name)) frame.setAttribute(name, t.getAttribute(name));
    const given = t.querySelector(":scope > caption");
    if (given) { caption.append(...given.childNodes); given.remove(); }
    for (const [name, code] of [["thead", "h"], ["tbody", "b"], ["tfoot", "f"]])
      for (const tr of t.querySelectorAll(`:scope > ${name} > tr`)) tr.setAttribute("data-section", code);
    t.replaceWith(frame);
    frame.append(caption, t);
  }
  return root;
}

// dress makes elements of what is bold and italic by style, and none of a <b>
// that is not bold.
function dress(e, doc) {
  const style = e.getAttribute("data-style") ?? "";
  if (e.tagName === "B" && /(?:^|;)\s*font-weight:\s*normal/.test(style) || e.tagName === "I" && /(?:^|;)\s*font-style:\s*normal/.test(style)) return e.replaceWith(...e.childNodes);
  if (e.tagName === "B" || e.tagName === "I") return;
  for (const [tag, shape] of [["strong", /(?:^|;)\s*font-weight:\s*(bold|[6-9]00)/], ["em", /(?:^|;)\s*font-style:\s*italic/]]) {
    if (!shape.test(style)) continue;
    const inner = doc.createElement(tag);
    inner.append(...e.childNodes);
    e.append(inner);
  }
}

// word turns what word processors mark by styles into lists, and takes out
// the marks of lists that they write as text.
function word(root, doc) {
  for (const e of root.querySelectorAll("style, script, meta, link, title")) e.remove();
  // They write down the language their speller was set to, which is that of
  // the machine as often as that of the words.
  if (root.querySelector('[class^="Mso"], [data-style*="mso-"]')) for (const e of root.querySelectorAll("[lang]")) e.removeAttribute("lang");
  let list = null, after = null;
  for (const p of [...root.querySelectorAll("p")]) {
    const style = p.getAttribute("data-style") ?? "";
    const m = /mso-list:\s*l\d+\s+level(\d+)/.exec(style);
    if (!m) { list = null; continue; }
    let mark = "";
    for (const s of p.querySelectorAll("span"))
      if (/mso-list:\s*ignore/i.test(s.getAttribute("data-style") ?? "")) { mark = s.textContent.trim(); s.remove(); }
    const tag = /^[0-9a-zа-я]+[.)]/i.test(mark) ? "OL" : "UL";
    if (!list || list.tagName !== tag || after !== p.previousElementSibling) {
      list = doc.createElement(tag);
      p.before(list);
    }
    const li = doc.createElement("li");
    li.append(...p.childNodes);
    list.append(li);
    p.remove();
    after = list;
  }
}
