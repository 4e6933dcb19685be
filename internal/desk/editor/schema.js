// The canonical tree of package article as a ProseMirror schema. Every node
// and mark has its counterpart there; nothing else exists.
import { Extension, Node, Mark, mergeAttributes } from "@tiptap/core";

export const blockTags = new Set("P DIV SECTION ARTICLE H1 H2 H3 H4 H5 H6 UL OL LI BLOCKQUOTE FOOTER FIGURE FIGCAPTION TABLE CAPTION THEAD TBODY TFOOT TR TD TH BODY MAIN HEADER ASIDE DL DT DD PRE ADDRESS".split(" "));

// How deep an inline element stands in others of its paragraph: kept with
// the mark, so that what was <em><strong> does not come back as <strong><em>.
function depth(dom) {
  let n = 0;
  for (let p = dom.parentElement; p && !blockTags.has(p.tagName); p = p.parentElement) n++;
  return n;
}

const inner = 50; // marks that are set here stand inside those that were there

const attr = (name) => ({ default: null, parseHTML: (e) => e.getAttribute(name), renderHTML: () => ({}) });
const lang = () => ({
  lang: { default: null, parseHTML: (e) => e.getAttribute("lang"), renderHTML: (a) => (a.lang ? { lang: a.lang } : {}) },
  dir: { default: null, parseHTML: (e) => e.getAttribute("dir"), renderHTML: (a) => (a.dir ? { dir: a.dir } : {}) },
});

function node(name, spec, tags, render, attrs = {}) {
  return Node.create({
    name, ...spec,
    addAttributes() { return { ...lang(), ...attrs }; },
    parseHTML() { return tags.map((t) => (typeof t === "string" ? { tag: t } : t)); },
    renderHTML({ HTMLAttributes, node }) { return render(HTMLAttributes, node); },
  });
}

function mark(name, tags, render, attrs = {}, spec = {}) {
  return Mark.create({
    name, excludes: "", ...spec,
    addAttributes() { return { ...lang(), depth: { default: inner, parseHTML: depth, renderHTML: () => ({}) }, ...attrs }; },
    parseHTML() { return tags.map((t) => (typeof t === "string" ? { tag: t } : t)); },
    renderHTML({ HTMLAttributes }) { return render(HTMLAttributes); },
  });
}

const plain = (tag) => (a) => [tag, a, 0];

const Doc = Node.create({ name: "doc", topNode: true, content: "block+" });
const Text = Node.create({ name: "text", group: "inline" });
const Break = Node.create({
  name: "hardBreak", group: "inline", inline: true, selectable: false, linebreakReplacement: true,
  parseHTML: () => [{ tag: "br" }], renderHTML: () => ["br"],
});
const Paragraph = node("paragraph", { group: "block", content: "inline*", priority: 1000 }, ["p"], plain("p"));
const Heading = node("heading", { group: "block", content: "inline*", defining: true },
  [1, 2, 3, 4, 5, 6].map((n) => ({ tag: "h" + n, attrs: { level: Math.min(4, Math.max(2, n)) } })),
  (a, n) => ["h" + n.attrs.level, a, 0], { level: { default: 2, renderHTML: () => ({}) } });
const Bullets = node("bulletList", { group: "block list", content: "listItem+" }, ["ul"], plain("ul"));
const Numbers = node("orderedList", { group: "block list", content: "listItem+" }, ["ol"], plain("ol"),
  { start: { default: 1, parseHTML: (e) => { const n = parseInt(e.getAttribute("start") ?? "1", 10); return Number.isNaN(n) ? 1 : n; }, renderHTML: (a) => (a.start === 1 ? {} : { start: a.start }) } });
const Item = node("listItem", { content: "block+", defining: true }, ["li"], plain("li"));
const Quote = node("quote", { group: "block", content: "(block | speaker)+", defining: true }, ["blockquote"], plain("blockquote"), { cite: attr("cite") });
const Speaker = node("speaker", { content: "inline*", defining: true }, [{ tag: "footer", context: "quote/" }], plain("footer"));
const Figure = node("figure", { group: "block", content: "picture+ figcaption", isolating: true, draggable: true }, ["figure"], plain("figure"));
const Picture = Node.create({
  name: "picture", atom: true, selectable: true,
  addAttributes() {
    const number = (name) => ({ default: null, parseHTML: (e) => e.getAttribute(name) });
    return { src: { default: "" }, alt: { default: "", parseHTML: (e) => e.getAttribute("alt") ?? "" }, href: { default: null, parseHTML: (e) => e.getAttribute("data-href"), renderHTML: () => ({}) }, width: number("width"), height: number("height") };
  },
  parseHTML: () => [{ tag: "img[src]" }],
  renderHTML: ({ HTMLAttributes }) => ["img", HTMLAttributes],
});
const Caption = node("figcaption", { content: "inline*", defining: true, isolating: true }, ["figcaption"], plain("figcaption"));
const Frame = node("tableFrame", { group: "block", content: "caption table", isolating: true }, ["div[data-table]"], (a) => ["div", mergeAttributes(a, { "data-table": "" }), 0]);
const TableCaption = node("caption", { content: "inline*", defining: true, isolating: true }, ["div[data-caption]"], (a) => ["div", mergeAttributes(a, { "data-caption": "", class: "caption" }), 0]);
const Table = Node.create({
  name: "table", content: "row+", tableRole: "table", isolating: true,
  parseHTML: () => [{ tag: "table" }], renderHTML: () => ["table", ["tbody", 0]],
});
const Row = Node.create({
  name: "row", content: "(cell | head)+", tableRole: "row",
  addAttributes: () => ({ section: { default: "b", parseHTML: (e) => e.getAttribute("data-section") ?? "b", renderHTML: () => ({}) } }),
  parseHTML: () => [{ tag: "tr" }], renderHTML: () => ["tr", 0],
});
const span = (name) => ({ default: 1, parseHTML: (e) => Math.max(1, parseInt(e.getAttribute(name) ?? "1", 10) || 1), renderHTML: (a) => (a[name] > 1 ? { [name]: a[name] } : {}) });
const cellAttrs = { colspan: span("colspan"), rowspan: span("rowspan"), scope: { default: null, parseHTML: (e) => e.getAttribute("scope"), renderHTML: (a) => (a.scope ? { scope: a.scope } : {}) } };
const Cell = node("cell", { content: "block+", tableRole: "cell", isolating: true }, ["td"], plain("td"), cellAttrs);
const Head = node("head", { content: "block+", tableRole: "header_cell", isolating: true }, ["th"], plain("th"), cellAttrs);

const href = (name) => ({ [name]: { default: null, parseHTML: (e) => e.getAttribute(name), renderHTML: (a) => (a[name] ? { [name]: a[name] } : {}) } });
const Link = mark("link", ["a[href]"], plain("a"), href("href"), { inclusive: false });
const Strong = mark("strong", ["strong", "b"], plain("strong"));
const Em = mark("em", ["em", "i"], plain("em"));
const Other = mark("span", [{ tag: "span", getAttrs: (e) => (e.getAttribute("lang") || e.getAttribute("dir") ? null : false) }], (a) => ["span", mergeAttributes(a, a.lang ? { "data-lang": a.lang } : {}), 0]);
const Q = mark("q", ["q"], plain("q"), href("cite"));
const Credit = mark("small", [{ tag: "small", context: "figcaption/" }], (a) => ["small", mergeAttributes(a, { class: "credit" }), 0]);
const simple = [["sub", ["sub"]], ["sup", ["sup"]], ["code", ["code", "kbd", "samp", "tt"]], ["s", ["s", "strike", "del"]], ["cite", ["cite"]], ["bdi", ["bdi"]]].map(([n, t]) => mark(n, t, plain(n)));

// What is a table, a row, a cell to the commands for tables: the library hands
// on only those fields of a node that an extension names.
const Roles = Extension.create({ name: "roles", extendNodeSchema: (e) => (e.config.tableRole ? { tableRole: e.config.tableRole } : {}) });

export const schema = [Roles, Doc, Text, Break, Paragraph, Heading, Bullets, Numbers, Item, Quote, Speaker, Figure, Picture, Caption, Frame, TableCaption, Table, Row, Cell, Head,
  Link, Strong, Em, Other, Q, Credit, ...simple];
