// The editor of the desk: binds the form of the edit page to a document.
import { Editor, Extension, getSchema } from "@tiptap/core";
import { DOMParser } from "@tiptap/pm/model";
import { history, undo, redo } from "@tiptap/pm/history";
import { dropCursor } from "@tiptap/pm/dropcursor";
import { gapCursor } from "@tiptap/pm/gapcursor";
import { Plugin, TextSelection } from "@tiptap/pm/state";
import { tableEditing, addRowAfter, addColumnAfter, deleteRow, deleteColumn, deleteTable, toggleHeaderCell, mergeCells, splitCell, goToNextCell, isInTable } from "@tiptap/pm/tables";
import { schema as extensions } from "./schema.js";
import { prepare, undress } from "./read.js";
import { html } from "./write.js";
import { At } from "./at.js";
import { Keep, post } from "./keep.js";
import { pictureView } from "./picture.js";

const form = document.getElementById("text");
if (form) start();

function start() {
  const $ = (id) => document.getElementById(id);
  const word = (name) => form.dataset["word" + name[0].toUpperCase() + name.slice(1)] ?? "";
  const rich = $("rich"), tools = $("tools"), title = $("title"), lead = $("lead"), status = $("status"), trouble = $("trouble"), company = $("company");
  const path = form.dataset.path, language = form.dataset.language.split("-")[0];
  const loaded = DOMParser.fromSchema(getSchema(extensions)).parse(prepare($("loaded").content)).toJSON();
  let keep, at, editor, schema, marks, nodes; // of the editor, which makes a schema of its own

  const complain = (text) => { trouble.textContent = text; trouble.hidden = !text; };

  // ---- a question to the writer, in the page
  function ask(label, value = "") {
    return new Promise((resolve) => {
      const d = document.createElement("dialog"), f = document.createElement("form"), l = document.createElement("label"), i = document.createElement("input"), b = document.createElement("button");
      f.method = "dialog"; f.className = "form"; i.id = "asked"; i.value = value; i.autocomplete = "off"; l.htmlFor = "asked"; l.textContent = label; b.textContent = "OK";
      const part = document.createElement("div");
      part.append(l, i);
      f.append(part, b);
      d.append(f);
      document.body.append(d);
      let given = null;
      f.addEventListener("submit", () => { given = i.value.trim(); });
      d.addEventListener("close", () => { d.remove(); editor.view.focus(); resolve(given); });
      d.showModal();
      i.select();
    });
  }

  // ---- commands beyond those of the library
  const run = (command) => command(editor.state, editor.view.dispatch, editor.view);
  const parentIs = (...names) => names.includes(editor.state.selection.$from.parent.type.name);
  const within = (name) => { const { $from } = editor.state.selection; for (let d = $from.depth; d > 0; d--) if ($from.node(d).type.name === name) return d; return 0; };

  function toggle(name) {
    const { state } = editor, { from, to, empty } = state.selection, type = marks[name];
    if (empty) {
      const tr = type.isInSet(state.storedMarks ?? state.selection.$from.marks()) ? state.tr.removeStoredMark(type) : state.tr.addStoredMark(type.create());
      return editor.view.dispatch(tr);
    }
    const tr = state.doc.rangeHasMark(from, to, type) ? state.tr.removeMark(from, to, type) : state.tr.addMark(from, to, type.create());
    editor.view.dispatch(tr.scrollIntoView());
  }

  // around gives the stretch of text under a mark where the cursor stands.
  function around(type) {
    const { selection } = editor.state;
    if (!selection.empty) return { from: selection.from, to: selection.to };
    const { $from } = selection, start = $from.start();
    let from = $from.pos, to = $from.pos;
    $from.parent.forEach((n, off) => {
      const a = start + off, b = a + n.nodeSize;
      if (type.isInSet(n.marks) && a <= $from.pos && b >= $from.pos) { from = Math.min(from, a); to = Math.max(to, b); }
    });
    return { from, to };
  }

  async function link() {
    const { from, to } = around(marks.link);
    let had = "";
    editor.state.doc.nodesBetween(from, to, (n) => { had ||= marks.link.isInSet(n.marks)?.attrs.href ?? ""; });
    const href = await ask(word("link"), had);
    if (href === null) return;
    const tr = editor.state.tr.removeMark(from, to, marks.link);
    if (href) {
      if (from === to) tr.insertText(href, from).addMark(from, from + href.length, marks.link.create({ href }));
      else tr.addMark(from, to, marks.link.create({ href }));
    }
    editor.view.dispatch(tr);
  }

  async function inLanguage() {
    const { from, to } = around(marks.span);
    if (from === to) return;
    let had = "";
    editor.state.doc.nodesBetween(from, to, (n) => { had ||= marks.span.isInSet(n.marks)?.attrs.lang ?? ""; });
    const lang = await ask(word("lang"), had);
    if (lang === null) return;
    const tr = editor.state.tr.removeMark(from, to, marks.span);
    if (lang) tr.addMark(from, to, marks.span.create({ lang, dir: /^(ar|fa|ur|he|ug)\b|-Arab\b/i.test(lang) ? "rtl" : null }));
    editor.view.dispatch(tr);
  }

  function direction() {
    const { state } = editor, { $from } = state.selection, tr = state.tr, next = { null: "rtl", rtl: "ltr", ltr: null };
    if (!("dir" in $from.parent.attrs)) return;
    tr.setNodeAttribute($from.before(), "dir", next[String($from.parent.attrs.dir)] ?? null);
    editor.view.dispatch(tr);
  }

  function quote() { within("quote") ? editor.commands.lift("quote") : editor.commands.wrapIn("quote"); }

  function speaker() {
    if (parentIs("speaker")) return editor.commands.setNode("paragraph");
    if (!within("quote")) quote();
    editor.commands.setNode("speaker");
  }

  function insertTable() {
    const cell = (type) => type.createAndFill();
    const row = (type) => nodes.row.create({ section: "b" }, [cell(type), cell(type), cell(type)]);
    const frame = nodes.tableFrame.create(null, [nodes.caption.create(), nodes.table.create(null, [row(nodes.head), row(nodes.cell), row(nodes.cell)])]);
    insertBlock(frame, 2); // the caption
  }

  // insertBlock puts a block behind the one the cursor is in, or in its place
  // where that is empty, and sets the cursor into it.
  function insertBlock(node, into) {
    const { state } = editor, { $from } = state.selection;
    const tr = state.tr, empty = $from.parent.isTextblock && !$from.parent.content.size && $from.parent.type.name === "paragraph";
    const pos = $from.depth === 0 ? $from.pos : empty ? $from.before() : $from.after(Math.min($from.depth, 1));
    if (empty) tr.replaceWith(pos, $from.after(), node); else tr.insert(pos, node);
    if (tr.doc.resolve(pos + node.nodeSize).nodeAfter === null && pos + node.nodeSize === tr.doc.content.size) tr.insert(pos + node.nodeSize, nodes.paragraph.create());
    tr.setSelection(TextSelection.near(tr.doc.resolve(pos + into)));
    editor.view.dispatch(tr.scrollIntoView());
    editor.view.focus();
  }

  async function upload(files) {
    for (const file of files) {
      status.textContent = word("uploading");
      let r, m = {};
      try {
        r = await fetch("/desk/pictures?name=" + encodeURIComponent(file.name), { method: "POST", headers: { Accept: "application/json", "Content-Type": "application/octet-stream" }, body: file });
        m = await r.json();
      } catch { m = { error: word("offline") }; }
      status.textContent = "";
      if (!r?.ok) { complain([m.error, m.try].filter(Boolean).join(" · ")); continue; }
      complain("");
      const said = [];
      if (m.caption) said.push(schema.text(m.caption));
      if (m.credit) said.push(schema.text((m.caption ? " " : "") + m.credit, [marks.small.create()]));
      insertBlock(nodes.figure.create(null, [nodes.picture.create({ src: m.src, alt: m.alt ?? "", width: String(m.width), height: String(m.height) }), nodes.figcaption.create(null, said)]), 2);
    }
  }

  const does = {
    strong: () => toggle("strong"), em: () => toggle("em"), link, quote, speaker, credit: () => { if (within("figcaption")) toggle("small"); },
    bullets: () => list("bulletList"), numbers: () => list("orderedList"),
    picture: () => $("file").click(), table: insertTable,
    row: () => run(addRowAfter), column: () => run(addColumnAfter), "row-out": () => run(deleteRow), "column-out": () => run(deleteColumn),
    head: () => run(toggleHeaderCell), merge: () => run(mergeCells) || run(splitCell), "table-out": dropTable,
    lang: inLanguage, dir: direction, undo: () => run(undo), redo: () => run(redo),
  };

  function list(name) {
    if (within(name)) return editor.commands.liftListItem("listItem");
    const other = name === "bulletList" ? "orderedList" : "bulletList", d = within(other);
    if (d) {
      const pos = editor.state.selection.$from.before(d);
      return editor.view.dispatch(editor.state.tr.setNodeMarkup(pos, nodes[name]));
    }
    return editor.commands.wrapInList(name);
  }

  function dropTable() {
    const d = within("tableFrame");
    if (!d) return run(deleteTable);
    const { $from } = editor.state.selection;
    editor.view.dispatch(editor.state.tr.delete($from.before(d), $from.after(d)));
  }

  // leave puts a paragraph behind a caption or a speaker: Enter ends them.
  function leave() {
    if (!parentIs("figcaption", "caption", "speaker")) return false;
    if (parentIs("caption")) { // on into the table
      const pos = editor.state.selection.$from.after() + 1;
      editor.view.dispatch(editor.state.tr.setSelection(TextSelection.near(editor.state.doc.resolve(pos))));
      return true;
    }
    const d = within("figure") || within("quote"), end = editor.state.selection.$from.after(d), tr = editor.state.tr.insert(end, nodes.paragraph.create());
    editor.view.dispatch(tr.setSelection(TextSelection.near(tr.doc.resolve(end + 1))).scrollIntoView());
    return true;
  }

  const keys = Extension.create({
    name: "desk", priority: 1000,
    addProseMirrorPlugins: () => [history(), dropCursor({ color: false, class: "drop-cursor" }), gapCursor(), tableEditing(), empties()],
    addKeyboardShortcuts() {
      const shortcuts = {
        "Mod-z": () => run(undo), "Mod-Shift-z": () => run(redo), "Mod-y": () => run(redo), "Mod-b": () => (toggle("strong"), true), "Mod-i": () => (toggle("em"), true), "Mod-k": () => (link(), true),
        "Mod-s": () => (save(), true), "Mod-Shift-7": () => (list("orderedList"), true), "Mod-Shift-8": () => (list("bulletList"), true), "Mod-Shift-9": () => (quote(), true), "Mod-Shift-0": () => (speaker(), true), "Mod-Alt-0": () => editor.commands.setNode("paragraph"),
        "Shift-Enter": () => { editor.view.dispatch(editor.state.tr.replaceSelectionWith(nodes.hardBreak.create()).scrollIntoView()); return true; },
        Enter: () => leave() || editor.commands.splitListItem("listItem"),
        Tab: () => (isInTable(editor.state) ? run(goToNextCell(1)) || (run(addRowAfter), run(goToNextCell(1))) : editor.commands.sinkListItem("listItem")),
        "Shift-Tab": () => (isInTable(editor.state) ? run(goToNextCell(-1)) : editor.commands.liftListItem("listItem")),
        "Alt-F10": () => { tools.querySelector("button").focus(); return true; },
      };
      for (const n of [2, 3, 4]) shortcuts["Mod-Alt-" + n] = () => editor.commands.setNode("heading", { level: n });
      return shortcuts;
    },
  });

  // empties shows what an empty caption is for.
  function empties() {
    return new Plugin({ view: () => ({ update: (view) => mark(view) }) });
    function mark(view) {
      for (const e of view.dom.querySelectorAll("figcaption, .caption")) {
        const empty = e.textContent === "";
        if (e.classList.contains("empty") !== empty) { view.domObserver.stop(); e.classList.toggle("empty", empty); e.dataset.empty = word("pictures"); view.domObserver.start(); }
      }
    }
  }

  const clean = { parseSlice: (dom, o) => DOMParser.fromSchema(editor.schema).parseSlice(prepare(dom), o) };

  // The library takes views of nodes from its extensions alone.
  const shown = extensions.map((e) => (e.name !== "picture" ? e : e.extend({
    addNodeView: () => ({ node, getPos }) => pictureView({ node, getPos, word, post, editor: () => editor, said: (text, wrong) => { wrong ? complain(text) : status.textContent = text; } }),
  })));

  editor = new Editor({
    element: rich, extensions: [...shown, keys], content: loaded, injectCSS: false, enableInputRules: false, enablePasteRules: false, enableContentCheck: false,
    editorProps: {
      attributes: { role: "textbox", "aria-multiline": "true", "aria-label": rich.dataset.label, spellcheck: "true", class: "ProseMirror" },
      clipboardParser: clean, transformPastedHTML: undress,
      handleKeyDown: (_, e) => at?.key(e) ?? false,
      handlePaste: (_, e) => files(e.clipboardData, e), handleDrop: (_, e, __, moved) => !moved && files(e.dataTransfer, e),
    },
    onUpdate: () => keep?.typed(), onTransaction: () => { if (marks) show(); at?.update(); },
  });
  schema = editor.schema;
  ({ marks, nodes } = schema);
  function files(data, e) {
    const list = [...(data?.files ?? [])].filter((f) => f.type.startsWith("image/"));
    if (!list.length || data.getData?.("text/html")) return false;
    e.preventDefault();
    upload(list);
    return true;
  }

  const read = () => ({ title: title.value, lead: lead.value, body: html(editor.state.doc), json: editor.getJSON() });

  keep = new Keep({
    path, user: document.querySelector(".desk-user bdi")?.textContent ?? "", read,
    say(kind, answer) {
      status.textContent = word(kind);
      if (kind === "refused") complain([answer?.error ?? word("refused"), answer?.try].filter(Boolean).join(" · "));
      else if (kind === "offline" || kind === "window") complain(word(kind));
      else if (kind === "kept") complain("");
    },
    stands,
  }, { pen: form.pen.value, seq: Number(form.dataset.seq), base: Number(form.base.value) });

  function stands(a) {
    const lines = (a.editors ?? []).map((n) => word("editors").replace("%s", n));
    if (a.number > Math.max(keep.base, Number(form.dataset.newest))) lines.push(word("newer").replace("%s", a.by).replace("%n", a.number));
    company.textContent = lines.join(" · ");
  }
  const beat = () => { if (!document.hidden) post(path + "/here", {}).then((a) => a.ok && stands(a.body)).catch(() => {}); };
  setInterval(beat, 25_000);
  addEventListener("pagehide", () => navigator.sendBeacon(path + "/here", new Blob(['{"gone":true}'], { type: "application/json" })));

  at = new At(editor, async (q) => {
    const r = await fetch(`/desk/find?language=${encodeURIComponent(language)}&q=${encodeURIComponent(q)}`, { headers: { Accept: "application/json" } });
    return r.ok ? r.json() : [];
  }, word("nothing"));

  title.addEventListener("input", () => keep.typed());
  lead.addEventListener("input", () => keep.typed());

  // ---- saving a revision
  async function save(sure = false) {
    if (!form.reportValidity()) return false;
    if (keep.busy) await keep.busy;
    clearTimeout(keep.timer);
    const t = read(), had = keep.dirty;
    keep.local();
    keep.dirty = false;
    status.textContent = word("saving");
    let a;
    try {
      a = await post(path, { pen: keep.pen, seq: keep.seq, base: keep.base, title: t.title, lead: t.lead, body: t.body, correction: form.correction?.value ?? "", sure });
    } catch {
      keep.dirty = true; keep.say("offline"); keep.again();
      return false;
    }
    if (a.status === 422 && a.body.dropped) {
      keep.dirty = had;
      return confirm(word("sure") + "\n\n" + a.body.dropped.join("\n")) ? save(true) : false;
    }
    if (a.status === 409 && a.body.merge) { keep.forget(); keep.dirty = false; location.href = a.body.merge; return false; }
    if (!a.ok) { keep.dirty = true; keep.local(); keep.say("refused", a.body); if (a.status >= 500) keep.again(); return false; }
    keep.base = a.body.number;
    keep.seq = 0; // the draft became the revision
    form.base.value = form.dataset.newest = a.body.number;
    if (form.correction) form.correction.value = "";
    for (const n of document.querySelectorAll('.move [name="number"]')) n.value = a.body.number;
    if (!keep.dirty) keep.forget(); else keep.soon(0);
    complain("");
    company.textContent = "";
    status.textContent = a.body.said;
    return true;
  }
  form.addEventListener("submit", (e) => { e.preventDefault(); e.stopImmediatePropagation(); save(); }, true);
  document.addEventListener("keydown", (e) => { if ((e.ctrlKey || e.metaKey) && !e.altKey && e.code === "KeyS" && !e.defaultPrevented) { e.preventDefault(); save(); } });
  // A state is given to what is written, not to what was saved last.
  for (const f of document.querySelectorAll("form.move")) f.addEventListener("submit", async (e) => {
    if (!keep.dirty && keep.seq === 0) return;
    e.preventDefault(); e.stopImmediatePropagation();
    if (await save()) f.submit();
  }, true);
  $("preview")?.addEventListener("click", async (e) => {
    if (!keep.dirty && keep.seq === 0) return;
    e.preventDefault();
    const have = keep.dirty ? await keep.send() : true;
    if (have) location.href = `${path}/preview?pen=${encodeURIComponent(keep.pen)}`;
  });

  // ---- the tools
  tools.addEventListener("mousedown", (e) => { if (e.target.closest("button")) e.preventDefault(); });
  tools.addEventListener("click", (e) => { const b = e.target.closest("button"); if (b) { does[b.dataset.do](); if (b.dataset.do !== "link" && b.dataset.do !== "lang") editor.view.focus(); } });
  $("kind").addEventListener("change", (e) => {
    const v = e.target.value;
    v === "paragraph" ? editor.commands.setNode("paragraph") : editor.commands.setNode("heading", { level: Number(v) });
    editor.view.focus();
  });
  tools.addEventListener("keydown", (e) => {
    if (e.key === "Escape") return editor.view.focus();
    if (e.target.tagName === "SELECT" || !["ArrowLeft", "ArrowRight", "Home", "End"].includes(e.key)) return;
    const all = [...tools.querySelectorAll("button")].filter((b) => b.offsetParent), i = all.indexOf(e.target), step = (e.key === "ArrowRight") === (getComputedStyle(tools).direction === "ltr") ? 1 : -1;
    e.preventDefault();
    (e.key === "Home" ? all[0] : e.key === "End" ? all.at(-1) : all[(i + step + all.length) % all.length]).focus();
  });
  $("file").addEventListener("change", (e) => { upload([...e.target.files]); e.target.value = ""; });
  rich.addEventListener("dragover", (e) => { if (e.dataTransfer?.types.includes("Files")) rich.classList.add("dragging"); });
  for (const n of ["dragleave", "drop"]) rich.addEventListener(n, () => rich.classList.remove("dragging"));

  const pressed = { strong: "strong", em: "em", link: "link", credit: "small", lang: "span" };
  const inside = { bullets: "bulletList", numbers: "orderedList", quote: "quote", speaker: "speaker" };
  function show() {
    const { state } = editor, { $from, from, to, empty } = state.selection;
    for (const b of tools.querySelectorAll("button[data-do]")) {
      const m = pressed[b.dataset.do], n = inside[b.dataset.do];
      if (m) b.setAttribute("aria-pressed", String(empty ? !!marks[m].isInSet(state.storedMarks ?? $from.marks()) : state.doc.rangeHasMark(from, to, marks[m])));
      else if (n) b.setAttribute("aria-pressed", String(!!within(n)));
    }
    $("kind").value = $from.parent.type.name === "heading" ? String($from.parent.attrs.level) : "paragraph";
    tools.querySelector(".in-table").hidden = !isInTable(state);
    tools.querySelector('[data-do="credit"]').hidden = !within("figcaption");
  }

  rich.hidden = tools.hidden = false;
  form.classList.add("rich");
  $("body").disabled = true; // what the form sends without script is not the text any more
  show();
  keep.unsent().then((t) => {
    if (!t || (t.title === title.value && t.lead === lead.value && t.body === read().body)) { if (t) keep.forget(t.pen); return; }
    title.value = t.title;
    lead.value = t.lead;
    editor.commands.setContent(t.json, { emitUpdate: false });
    Object.assign(keep, { pen: t.pen, seq: t.seq, base: t.base });
    form.base.value = t.base;
    complain(word("unsent"));
    keep.typed();
  });
  beat();
  form.dataset.ready = "1";
}
