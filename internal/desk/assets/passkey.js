// Passkeys (WebAuthn): buttons with data-passkey="ask" sign in, "offer" adds
// one. They are hidden where the browser knows no passkeys.

const bytes = (s) => Uint8Array.from(atob(s.replace(/-/g, "+").replace(/_/g, "/")), (c) => c.charCodeAt(0));
const text = (b) => btoa(String.fromCharCode(...new Uint8Array(b))).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");

async function send(path, body) {
  const r = await fetch(path, { method: "POST", headers: { Accept: "application/json", "Content-Type": "application/json" }, body: body && JSON.stringify(body) });
  const answer = await r.json();
  if (!r.ok) throw new Error(answer.error + ". " + (answer.try || ""));
  return answer;
}

const described = (list) => (list || []).map((c) => ({ ...c, id: bytes(c.id) }));

async function ask(to) {
  const { publicKey: o } = await send("/desk/passkey/ask");
  const c = await navigator.credentials.get({ publicKey: { ...o, challenge: bytes(o.challenge), allowCredentials: described(o.allowCredentials) } });
  const r = c.response;
  return send("/desk/passkey/answer?to=" + encodeURIComponent(to || ""), {
    id: c.id, rawId: text(c.rawId), type: c.type,
    response: { authenticatorData: text(r.authenticatorData), clientDataJSON: text(r.clientDataJSON), signature: text(r.signature), userHandle: r.userHandle && text(r.userHandle) },
  });
}

async function offer() {
  const { publicKey: o } = await send("/desk/passkey/offer");
  const c = await navigator.credentials.create({ publicKey: { ...o, challenge: bytes(o.challenge), user: { ...o.user, id: bytes(o.user.id) }, excludeCredentials: described(o.excludeCredentials) } });
  const r = c.response;
  return send("/desk/passkey/keep", {
    id: c.id, rawId: text(c.rawId), type: c.type,
    response: { attestationObject: text(r.attestationObject), clientDataJSON: text(r.clientDataJSON), transports: r.getTransports ? r.getTransports() : [] },
  });
}

for (const b of document.querySelectorAll("[data-passkey]")) {
  b.hidden = !window.PublicKeyCredential;
  b.addEventListener("click", async () => {
    const said = document.getElementById("passkey-said");
    b.disabled = true;
    said.hidden = true;
    try {
      location.assign((await (b.dataset.passkey === "ask" ? ask(b.dataset.to) : offer())).to);
    } catch (e) {
      said.textContent = e instanceof DOMException ? b.dataset.failed : e.message;
      said.hidden = false;
      b.disabled = false;
    }
  });
}
