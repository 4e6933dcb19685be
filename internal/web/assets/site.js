// Comfort. On article pages choosing a fact shows its sentence and choosing a
// sentence shows its facts; without this script the same links do the same by
// :target. On the search page names are suggested while they are typed; without
// it the page offers them with its answer. Only that asks the network, and only
// this site.
const story = document.querySelector(".story .body");
const facts = document.querySelector(".facts");

if (story && facts) {
  const wide = matchMedia("(min-width: 64rem)");
  const groupOf = (el) => {
    const name = [...el.classList].find((c) => /^g\d+$/.test(c));
    return name && document.getElementById(name);
  };
  const marksOf = (group) => [...story.querySelectorAll("mark." + group.id)];
  let from = null; // the link to give the focus back to

  function choose(group, sheet) {
    for (const el of document.querySelectorAll(".on")) el.classList.remove("on", "sheet");
    if (!group) return;
    group.classList.add("on");
    if (sheet) group.classList.add("sheet");
    for (const m of marksOf(group)) m.classList.add("on");
  }

  function showFacts(group, link) {
    from = link;
    choose(group, !wide.matches);
    history.replaceState(null, "", "#" + group.id);
    if (wide.matches) group.scrollIntoView({ block: "nearest" });
    group.tabIndex = -1;
    group.focus({ preventScroll: true });
  }

  function showSentence(group, id) {
    choose(group, false);
    history.replaceState(null, "", "#" + id);
    document.getElementById(id).scrollIntoView({ block: "center" });
  }

  function close() {
    const open = document.querySelector(".group.sheet");
    if (!open) return;
    choose(null);
    if (from) from.focus({ preventScroll: true });
  }

  story.addEventListener("click", (e) => {
    const link = e.target.closest("a");
    if (link && !link.classList.contains("ref")) return; // the text's own links
    if (!link && String(getSelection())) return; // somebody selects words
    const mark = e.target.closest("mark");
    const group = link ? document.querySelector(link.hash) : mark && groupOf(mark);
    if (!group) return close();
    e.preventDefault();
    showFacts(group, link || story.querySelector('a.ref[href="#' + group.id + '"]'));
  });

  facts.addEventListener("click", (e) => {
    const group = e.target.closest(".group");
    const link = e.target.closest("a");
    if (!group || (link && !link.hash.startsWith("#s"))) return;
    if (!link && String(getSelection())) return;
    const id = (link || group.querySelector(".n")).hash.slice(1);
    if (!document.getElementById(id)) return;
    e.preventDefault();
    showSentence(group, id);
  });

  document.addEventListener("keydown", (e) => {
    if (e.key === "Escape") close();
  });

  const arrived = () => {
    const el = location.hash.length > 1 && document.getElementById(location.hash.slice(1));
    if (el) choose(el.matches("mark") ? groupOf(el) : el.closest(".group"), false);
  };
  addEventListener("hashchange", arrived);
  arrived();
}

// A combobox with a list (WAI-ARIA Authoring Practices 1.2): the arrows walk
// the list, Enter opens the page of the chosen name or searches for what is
// typed, Escape closes.
const field = document.querySelector("input[data-suggest]");

if (field) {
  const list = document.createElement("ul");
  list.id = "suggestions";
  list.className = "suggestions";
  list.hidden = true;
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", field.dataset.suggestions);
  field.after(list);
  for (const [name, value] of [["role", "combobox"], ["aria-autocomplete", "list"], ["aria-expanded", "false"], ["aria-controls", list.id]]) {
    field.setAttribute(name, value);
  }
  let at = -1; // the chosen option
  let asked = null; // the question under way
  let wait = 0;

  function show(items) {
    list.replaceChildren(...items.map((item, i) => {
      const li = document.createElement("li");
      li.id = "suggestion" + i;
      li.setAttribute("role", "option");
      li.setAttribute("aria-selected", "false");
      li.dataset.href = item.href;
      const name = document.createElement("bdi");
      name.textContent = item.name;
      if (item.lang) name.lang = item.lang;
      const kind = document.createElement("span");
      kind.className = "meta";
      kind.textContent = item.kind;
      li.append(name, kind);
      return li;
    }));
    choose(-1);
    list.hidden = items.length === 0;
    field.setAttribute("aria-expanded", String(!list.hidden));
  }

  function choose(i) {
    at = i;
    [...list.children].forEach((li, k) => li.setAttribute("aria-selected", String(k === i)));
    if (i < 0) field.removeAttribute("aria-activedescendant");
    else field.setAttribute("aria-activedescendant", list.children[i].id);
  }

  async function ask() {
    if (asked) asked.abort();
    const text = field.value.trim();
    if (text.length < 2) return show([]);
    asked = new AbortController();
    try {
      const answer = await fetch(field.dataset.suggest + "?q=" + encodeURIComponent(text), { signal: asked.signal });
      if (answer.ok && field.value.trim() === text && document.activeElement === field) show((await answer.json()).suggestions);
    } catch {
      // No suggestion is worth an alarm: the form works without.
    }
  }

  field.addEventListener("input", () => {
    clearTimeout(wait);
    wait = setTimeout(ask, 100);
  });
  field.addEventListener("blur", () => show([]));
  field.addEventListener("keydown", (e) => {
    const n = list.children.length;
    if (e.isComposing) return;
    if ((e.key === "ArrowDown" || e.key === "ArrowUp") && n > 0) {
      e.preventDefault();
      choose(e.key === "ArrowDown" ? (at + 1) % n : at <= 0 ? n - 1 : at - 1);
    } else if (e.key === "Escape" && n > 0) {
      e.preventDefault();
      show([]);
    }
  });
  field.form.addEventListener("submit", (e) => { // Enter, wherever the browser makes it one
    if (at < 0) return;
    e.preventDefault();
    location.href = list.children[at].dataset.href;
  });
  field.form.addEventListener("formdata", (e) => { // an address without the questions left open
    for (const [name, value] of [...e.formData]) if (value === "") e.formData.delete(name);
  });
  list.addEventListener("pointerdown", (e) => {
    const option = e.target.closest("[role=option]");
    if (!option || e.button > 0) return;
    e.preventDefault(); // the field keeps the focus
    location.href = option.dataset.href;
  });
}
