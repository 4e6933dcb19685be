// Writes a document as HTML from which package article makes its canonical
// tree. It goes the way article's own writer goes.

const escText = (s) => s.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");
const escAttr = (s) => escText(String(s)).replace(/"/g, "&#34;").replace(/\r/g, "&#13;").replace(/\n/g, "&#10;");

function open(tag, attrs) {
  let s = "<" + tag;
  for (const [k, v] of attrs) if (v !== null && v !== undefined && v !== "") s += ` ${k}="${escAttr(v)}"`;
  return s + ">";
}
const own = (a) => [["lang", a.lang], ["dir", a.dir]];

export function html(doc) {
  const out = [];
  doc.forEach((n) => out.push(block(n)));
  return out.filter((s) => s !== "").join("\n");
}

function kids(n) {
  let s = "";
  n.forEach((c) => { s += block(c); });
  return s;
}

function block(n) {
  const a = n.attrs;
  const leaf = (tag) => open(tag, own(a)) + inline(n) + `</${tag}>`;
  const box = (tag, more = []) => open(tag, [...more, ...own(a)]) + kids(n) + `</${tag}>`;
  switch (n.type.name) {
    case "paragraph": return n.content.size ? leaf("p") : "";
    case "heading": return n.content.size ? leaf("h" + a.level) : "";
    case "speaker": return n.content.size ? leaf("footer") : "";
    case "bulletList": return box("ul");
    case "orderedList": return box("ol", a.start === 1 ? [] : [["start", a.start]]);
    case "listItem": return box("li");
    case "quote": return box("blockquote", [["cite", a.cite]]);
    case "figure": return box("figure");
    case "figcaption": return n.content.size ? leaf("figcaption") : "";
    case "picture": {
      const img = open("img", [["src", a.src]]).slice(0, -1) + ` alt="${escAttr(a.alt ?? "")}"` + open("", [["width", a.width], ["height", a.height]]).slice(1);
      return a.href ? open("a", [["href", a.href]]) + img + "</a>" : img;
    }
    case "tableFrame": return table(n);
    default: return kids(n);
  }
}

function table(frame) {
  const caption = frame.child(0), t = frame.child(1);
  let s = open("table", own(frame.attrs));
  if (caption.content.size) s += "<caption>" + inline(caption) + "</caption>";
  const names = { h: "thead", b: "tbody", f: "tfoot" };
  let section = "";
  t.forEach((row) => {
    const now = names[row.attrs.section] ?? "tbody";
    if (now !== section) {
      if (section) s += `</${section}>`;
      s += `<${now}>`;
      section = now;
    }
    s += "<tr>";
    row.forEach((c) => {
      const tag = c.type.name === "head" ? "th" : "td";
      s += open(tag, [["colspan", c.attrs.colspan > 1 ? c.attrs.colspan : null], ["rowspan", c.attrs.rowspan > 1 ? c.attrs.rowspan : null], ["scope", c.attrs.scope], ...own(c.attrs)]) + kids(c) + `</${tag}>`;
    });
    s += "</tr>";
  });
  return s + (section ? `</${section}>` : "") + "</table>";
}

// inline writes a paragraph: neighbours under the same element share it.
function inline(n) {
  const runs = [];
  n.forEach((c) => {
    const wraps = c.marks.map((m, i) => ({ m, at: m.attrs.depth * 100 + i })).sort((x, y) => x.at - y.at).map(({ m }) => wrap(m));
    runs.push({ text: c.isText ? escText(c.text) : "<br>", wraps });
  });
  return level(runs, 0);
}

const tags = { link: "a" };
function wrap(m) {
  const tag = tags[m.type.name] ?? m.type.name, a = m.attrs;
  const first = open(tag, [["href", a.href], ["cite", a.cite], ...(tag === "small" ? [["class", "credit"]] : []), ...own(a)]);
  return { first, last: `</${tag}>` };
}

function level(runs, at) {
  let s = "";
  for (let i = 0; i < runs.length;) {
    const w = runs[i].wraps[at];
    if (!w) { s += runs[i++].text; continue; }
    let j = i + 1;
    while (j < runs.length && runs[j].wraps[at]?.first === w.first) j++;
    s += w.first + level(runs.slice(i, j), at + 1) + w.last;
    i = j;
  }
  return s;
}
