// Drafts: what is typed into a form with data-draft stays in this tab, for this account, until it is sent, and goes with signing out.
const account = document.documentElement.dataset.account || "";
const store = (() => {
  try {
    return window.sessionStorage;
  } catch {
    return null;
  }
})();
let forgotten = false;
const CAME = "came:" + account;
const draftKey = form => "draft:" + account + ":" + form.dataset.draft + ":" + location.pathname + (new URLSearchParams(location.search).get("about") || "");
const keeps = field => field.name && !field.disabled && !["hidden", "password", "file", "submit", "button"].includes(field.type) && !field.name.startsWith("_");

function draftKeys() {
  return store ? Object.keys(store).filter(key => key.startsWith("draft:")) : [];
}

function save(form) {
  const values = [...form.elements].filter(keeps).map(field => [field.name, ["checkbox", "radio"].includes(field.type) ? (field.checked ? field.value : null) : field.value]);
  try {
    store.setItem(draftKey(form), JSON.stringify(values));
  } catch {
    // A full store loses the draft, never the form.
  }
}

function restore(form) {
  const kept = store.getItem(draftKey(form));
  // What comes back from the server is newer than the draft, and its rows may have moved.
  if (!kept || form.dataset.typed || document.getElementById("faults")) return;
  const left = JSON.parse(kept);
  for (const group of form.querySelectorAll("fieldset[data-rows]")) {
    const rows = left.filter(([name]) => name.startsWith(group.dataset.rows + "[")).map(([name]) => parseInt(name.slice(group.dataset.rows.length + 1), 10));
    while (group.querySelector("template") && group.querySelectorAll("[data-row]").length <= Math.max(-1, ...rows)) grow(group);
  }
  let changed = false;
  for (const field of [...form.elements].filter(keeps)) {
    const choice = ["checkbox", "radio"].includes(field.type);
    const at = left.findIndex(([name, value]) => name === field.name && (!choice || value === field.value));
    if (at < 0) continue;
    if (choice) {
      changed = changed || !field.checked;
      field.checked = true;
    } else if (field.value !== left[at][1]) {
      changed = true;
      field.value = left[at][1];
    }
    left.splice(at, 1);
  }
  if (changed) say("已恢复上次未提交的内容，请核对后再提交。");
}

function say(text, kind = "note") {
  const place = document.getElementById("messages");
  if (!place) return;
  const note = document.createElement("p");
  note.className = "alert alert-" + kind;
  note.textContent = text;
  place.append(note);
}

// Signed out while typing: said only where what was sent lies in this tab, and kept until the form is there again.
const left = document.querySelector("[data-left]");
if (left && store && store.getItem("sent") && store.getItem(store.getItem("sent"))) {
  store.removeItem("sent");
  left.hidden = false;
  const again = document.querySelector("a[data-again]");
  if (again && document.referrer.startsWith(location.origin + "/")) again.href = "/login?next=" + encodeURIComponent(document.referrer.slice(location.origin.length));
}

if (store && account) {
  for (const key of draftKeys()) if (!key.startsWith("draft:" + account + ":")) store.removeItem(key);
  const forms = [...document.querySelectorAll("form[data-draft]")];
  const sent = store.getItem("sent");
  store.removeItem("sent");
  // The next page is another one, so what was sent has arrived.
  if (sent && !forms.some(form => draftKey(form) === sent) && !document.querySelector("[data-keep-drafts]")) store.removeItem(sent);
  for (const form of forms) {
    restore(form);
    let waiting = 0;
    form.addEventListener("input", () => {
      clearTimeout(waiting);
      waiting = setTimeout(() => {
        waiting = 0;
        save(form);
      }, 300);
    });
    window.addEventListener("pagehide", () => {
      if (waiting && !forgotten) save(form);
    });
    form.addEventListener("submit", () => {
      save(form);
      store.setItem("sent", draftKey(form));
    });
  }
}
document.addEventListener("submit", event => {
  if (!store || !event.target.matches("form[data-forget]")) return;
  forgotten = true;
  for (const key of [...draftKeys(), "sent", CAME]) store.removeItem(key);
});

// What is wrong with a form is read first.
const faults = document.getElementById("faults");
if (faults) faults.focus();


// Whoever leaves a half-filled form is asked; whoever says so on the form itself, or sends it, is not.
let unsaved = false;
document.addEventListener("input", event => {
  if (event.target.closest && event.target.closest("form[data-draft]")) unsaved = true;
});
document.addEventListener("submit", event => {
  if (!event.defaultPrevented) unsaved = false;
});
document.addEventListener("click", event => {
  const leave = event.target.closest && event.target.closest("a[data-leave]");
  if (!leave) return;
  unsaved = false;
  forgotten = true;
  for (const form of document.querySelectorAll("form[data-draft]")) if (store) store.removeItem(draftKey(form));
});
window.addEventListener("beforeunload", event => {
  if (!unsaved) return;
  event.preventDefault();
  event.returnValue = "";
});
