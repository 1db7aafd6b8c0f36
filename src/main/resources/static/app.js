// What pages gain from script; every form works without it.

// A second click on a slow network must not post twice. The button keeps its name and value, so it is marked and not disabled.
document.addEventListener("submit", event => {
  const form = event.target;
  if (event.defaultPrevented || form.method === "get") return;
  if (form.dataset.sent === "true") {
    event.preventDefault();
    return;
  }
  form.dataset.sent = "true";
  if (event.submitter) event.submitter.setAttribute("aria-busy", "true");
  // A download or a network fault leaves the page standing; then the form must work again.
  setTimeout(() => release(form), 8000);
});

function release(form) {
  delete form.dataset.sent;
  for (const busy of form.querySelectorAll("[aria-busy]")) busy.removeAttribute("aria-busy");
}

window.addEventListener("pageshow", () => document.querySelectorAll("form[data-sent]").forEach(release));

// Open menus close on Escape and on a click elsewhere.
document.addEventListener("keydown", event => {
  if (event.key !== "Escape") return;
  for (const menu of document.querySelectorAll("details.menu[open]")) {
    menu.open = false;
    menu.querySelector("summary").focus();
  }
});
document.addEventListener("click", event => {
  for (const menu of document.querySelectorAll("details.menu[open]")) {
    if (!menu.contains(event.target)) menu.open = false;
  }
});

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
const draftKey = form => "draft:" + account + ":" + form.dataset.draft + ":" + location.pathname;
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

function say(text) {
  const place = document.getElementById("messages");
  if (!place) return;
  const note = document.createElement("p");
  note.className = "alert alert-note";
  note.textContent = text;
  place.append(note);
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
  for (const key of [...draftKeys(), "sent"]) store.removeItem(key);
});

// The chosen files' names beside the button.
document.addEventListener("change", event => {
  if (!event.target.matches("input[data-file]")) return;
  const names = [...event.target.files].map(file => file.name);
  const place = event.target.parentElement.querySelector("[data-file-names]");
  if (place) place.textContent = names.length ? "已选 " + names.length + " 个：" + names.join("、") : "尚未选择文件";
});

// What is wrong with a form is read first.
const faults = document.getElementById("faults");
if (faults) faults.focus();

// Rows are added and removed here as the server does it for browsers without script.
document.addEventListener("click", event => {
  const button = event.target.closest("button[name='row-add'], button[name='row-remove']");
  const group = button && button.closest("fieldset[data-rows]");
  if (!group) return;
  const rows = [...group.querySelectorAll("[data-row]")];
  if (!rows.length || (button.name === "row-remove" && rows.length === 1)) return;
  event.preventDefault();
  if (button.name === "row-add") {
    const row = rows[rows.length - 1].cloneNode(true);
    for (const field of row.querySelectorAll("input, select, textarea")) empty(field);
    for (const old of row.querySelectorAll(".fault")) old.remove();
    for (const old of row.querySelectorAll(".field-fault")) old.classList.remove("field-fault");
    rows[rows.length - 1].after(row);
    renumber(group);
    const first = row.querySelector("input, select, textarea");
    if (first) first.focus();
  } else {
    button.closest("[data-row]").remove();
    renumber(group);
    group.querySelector("button[name='row-add']").focus();
  }
  group.dispatchEvent(new Event("input", { bubbles: true }));
});

function empty(field) {
  field.removeAttribute("aria-invalid");
  if (["checkbox", "radio"].includes(field.type)) field.checked = false;
  else field.value = "";
}

function renumber(group) {
  const name = group.dataset.rows;
  const id = "f-" + name.replace(/[^A-Za-z0-9_]/g, "-") + "-";
  [...group.querySelectorAll("[data-row]")].forEach((row, at) => {
    row.querySelector("[data-row-number]").textContent = String(at + 1);
    for (const element of row.querySelectorAll("*")) {
      for (const attribute of ["name", "value", "id", "for", "aria-describedby"]) {
        const value = attribute === "value" && element.name !== "row-remove" ? null : element.getAttribute(attribute);
        if (value === null) continue;
        element.setAttribute(attribute, value.split(" ").map(word => renamed(word, name + "[", "]", at, renamed(word, id, "-", at, word))).join(" "));
      }
    }
  });
}

function renamed(word, before, after, at, otherwise) {
  if (!word.startsWith(before)) return otherwise;
  const end = word.indexOf(after, before.length);
  return end < 0 ? otherwise : before + at + word.slice(end);
}
