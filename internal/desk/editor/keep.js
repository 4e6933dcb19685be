// Keeps what is typed: at once in this browser, soon at the server. What the
// server has not acknowledged stays in the browser.

const wait = 600; // ms after the last key

export class Keep {
  // o: id, path, read() → {title, lead, body, json}, say(kind, words), stands(answer)
  constructor(o, start) {
    Object.assign(this, o, start); // pen, seq, base
    this.name = `text ${o.path} `;
    this.dirty = false;   // typed since the server last knew
    this.busy = null;     // the request under way
    this.pause = 0;
    addEventListener("online", () => this.soon(0));
    addEventListener("pagehide", () => { if (this.dirty) this.local(); });
    document.addEventListener("visibilitychange", () => { if (document.hidden && this.dirty) { this.local(); this.soon(0); } });
  }

  // unsent gives what this browser kept of the article and no server knows,
  // the newest.
  async unsent() {
    let best = null;
    for (const key of Object.keys(localStorage)) {
      if (!key.startsWith(this.name)) continue;
      try {
        const t = JSON.parse(localStorage[key]);
        if (t.user === this.user && (!best || t.at > best.at)) best = t;
      } catch { localStorage.removeItem(key); }
    }
    const large = await big("readonly", (s) => s.getAll()).catch(() => []);
    for (const t of large ?? []) if (t.name.startsWith(this.name) && t.user === this.user && (!best || t.at > best.at)) best = t;
    return best;
  }

  local() {
    const t = { ...this.read(), pen: this.pen, seq: this.seq, base: this.base, at: Date.now(), user: this.user };
    const text = JSON.stringify(t);
    try {
      if (text.length < 1_000_000) { localStorage[this.name + this.pen] = text; return; }
    } catch { /* full: the other place is larger */ }
    big("readwrite", (s) => s.put({ ...t, name: this.name + this.pen })).catch(() => {});
  }

  forget(pen = this.pen) {
    localStorage.removeItem(this.name + pen);
    big("readwrite", (s) => s.delete(this.name + pen)).catch(() => {});
  }

  typed() {
    this.dirty = true;
    clearTimeout(this.near);
    this.near = setTimeout(() => this.local(), 150);
    this.soon(wait);
  }

  soon(ms) {
    clearTimeout(this.timer);
    if (this.dirty) this.timer = setTimeout(() => this.send(), ms);
  }

  // send gives the text to the server; true where it has it.
  async send() {
    if (this.busy) { await this.busy; if (!this.dirty) return true; }
    let done;
    this.busy = new Promise((r) => { done = r; });
    try {
      return await this.#send();
    } finally {
      this.busy = null;
      done();
    }
  }

  async #send() {
    const t = this.read();
    this.dirty = false;
    this.say("keeping");
    let answer;
    try {
      answer = await post(this.path + "/draft", { pen: this.pen, seq: this.seq, base: this.base, title: t.title, lead: t.lead, body: t.body });
    } catch {
      this.dirty = true;
      this.local();
      this.say("offline");
      this.again();
      return false;
    }
    if (answer.status === 409) { // another window has this pen
      this.forget();
      this.pen = freshPen();
      this.seq = 0;
      this.dirty = true;
      this.local();
      this.say("window");
      this.soon(0);
      return false;
    }
    if (!answer.ok) {
      this.dirty = true;
      this.local();
      this.say("refused", answer.body);
      if (answer.status >= 500 || answer.status === 403) this.again();
      return false;
    }
    this.pause = 0;
    this.seq = answer.body.seq;
    if (!this.dirty) { clearTimeout(this.near); this.forget(); }
    this.say("kept");
    this.stands(answer.body);
    return true;
  }

  again() {
    this.pause = Math.min(30_000, Math.max(2000, this.pause * 2));
    this.soon(this.pause);
  }
}

export const freshPen = () => crypto.randomUUID();

// post sends JSON and gives status and answer; it throws where nobody answers.
export async function post(path, value, more = {}) {
  const r = await fetch(path, { method: "POST", headers: { "Content-Type": "application/json", Accept: "application/json" }, body: JSON.stringify(value), ...more });
  let body = {};
  try { body = await r.json(); } catch { /* an answer of a proxy */ }
  return { ok: r.ok, status: r.status, body };
}

// big works on the place for texts that are too large for the other.
function big(mode, work) {
  return new Promise((resolve, reject) => {
    const open = indexedDB.open("shanyraq", 1);
    open.onupgradeneeded = () => open.result.createObjectStore("texts", { keyPath: "name" });
    open.onerror = () => reject(open.error);
    open.onsuccess = () => {
      const tx = open.result.transaction("texts", mode), r = work(tx.objectStore("texts"));
      tx.oncomplete = () => { resolve(r.result); open.result.close(); };
      tx.onerror = () => { reject(tx.error); open.result.close(); };
    };
  });
}
