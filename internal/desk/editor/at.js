// The list that @ opens: articles and entities to link to.
export class At {
  constructor(editor, find, nothing) {
    Object.assign(this, { editor, find, nothing, items: [], on: 0, at: null, turn: 0 });
    this.list = document.createElement("ul");
    this.list.className = "at-list";
    this.list.id = "at-list";
    this.list.setAttribute("role", "listbox");
    this.list.setAttribute("aria-label", "@");
    this.list.hidden = true;
    document.body.append(this.list);
  }

  // update looks whether the cursor stands behind an @ with letters.
  async update() {
    const { state, view } = this.editor, { $from, empty } = state.selection;
    if (!empty || !$from.parent.isTextblock) return this.close();
    const before = $from.parent.textBetween(Math.max(0, $from.parentOffset - 60), $from.parentOffset, "\n", "\ufffc");
    const m = /(?:^|[\s(«“„"'—–-])@([^\s@][^@\n\ufffc]{0,40})$/u.exec(before);
    if (!m || this.dismissed === m[1]) return this.close();
    const turn = ++this.turn, words = m[1];
    const items = await this.find(words);
    if (turn !== this.turn) return;
    this.at = { from: state.selection.from - words.length - 1, to: state.selection.from };
    this.items = items;
    this.on = 0;
    if (!items.length && words.includes(" ")) return this.close(); // it was no link after all
    this.draw(view);
  }

  draw(view) {
    this.list.replaceChildren(...(this.items.length ? this.items.map((it, i) => {
      const li = document.createElement("li"), small = document.createElement("small"), b = document.createElement("bdi");
      li.id = "at-" + i;
      li.setAttribute("role", "option");
      li.setAttribute("aria-selected", String(i === this.on));
      b.textContent = it.label;
      small.textContent = it.words;
      li.append(b, small);
      li.addEventListener("mousedown", (e) => { e.preventDefault(); this.on = i; this.take(); });
      return li;
    }) : [Object.assign(document.createElement("li"), { textContent: this.nothing, role: "option" })]));
    this.list.hidden = false;
    const c = view.coordsAtPos(this.at.from);
    this.list.style.insetBlockStart = Math.min(c.bottom + 4, innerHeight - 120) + "px";
    this.list.style.left = Math.max(8, Math.min(c.left, innerWidth - 320)) + "px";
    view.dom.setAttribute("aria-controls", "at-list");
    view.dom.setAttribute("aria-activedescendant", "at-" + this.on);
  }

  close() {
    this.turn++;
    if (this.list.hidden) return;
    this.list.hidden = true;
    this.items = [];
    this.editor.view.dom.removeAttribute("aria-activedescendant");
  }

  // key handles a key while the list is open.
  key(e) {
    if (this.list.hidden) return false;
    switch (e.key) {
      case "ArrowDown": case "ArrowUp":
        if (this.items.length) this.on = (this.on + (e.key === "ArrowDown" ? 1 : this.items.length - 1)) % this.items.length;
        this.draw(this.editor.view);
        return true;
      case "Enter": case "Tab":
        if (!this.items.length) return false;
        this.take();
        return true;
      case "Escape": {
        this.dismissed = this.editor.state.doc.textBetween(this.at.from + 1, this.at.to);
        this.close();
        return true;
      }
    }
    return false;
  }

  // take puts the chosen one in the place of what was typed.
  take() {
    const it = this.items[this.on], { state, view } = this.editor;
    if (!it) return;
    const link = state.schema.marks.link.create({ href: it.href });
    view.dispatch(state.tr.replaceWith(this.at.from, state.selection.from, state.schema.text(it.label, [link])));
    this.close();
    view.focus();
  }
}
