// Rows are added and removed here as the server does it for browsers without script.
document.addEventListener("click", event => {
  const button = event.target.closest("button[name='row-add'], button[name='row-remove']");
  const group = button && button.closest("fieldset[data-rows]");
  if (!group) return;
  const rows = [...group.querySelectorAll("[data-row]")];
  const template = group.querySelector("template[data-row-template]");
  const least = template ? Number(group.dataset.least) : 1;
  if ((button.name === "row-add" && !template && !rows.length) || (button.name === "row-remove" && rows.length <= least)) return;
  event.preventDefault();
  if (button.name === "row-add") {
    const row = grow(group);
    const first = row.querySelector("input, select, textarea");
    if (first) first.focus();
  } else {
    button.closest("[data-row]").remove();
    renumber(group);
    group.querySelector("button[name='row-add']").focus();
  }
  group.dispatchEvent(new Event("input", { bubbles: true }));
});

function grow(group) {
  const rows = [...group.querySelectorAll("[data-row]")];
  const template = group.querySelector("template[data-row-template]");
  const row = template ? template.content.querySelector("[data-row]").cloneNode(true) : bare(rows[rows.length - 1]);
  if (rows.length) rows[rows.length - 1].after(row);
  else group.querySelector("button[name='row-add']").before(row);
  renumber(group);
  for (const select of row.querySelectorAll("select[data-find]")) findable(select);
  return row;
}

function bare(last) {
  const row = last.cloneNode(true);
  for (const field of row.querySelectorAll("input, select, textarea")) empty(field);
  for (const old of row.querySelectorAll(".fault")) old.remove();
  for (const old of row.querySelectorAll(".field-fault")) old.classList.remove("field-fault");
  return row;
}

function empty(field) {
  field.removeAttribute("aria-invalid");
  if (["checkbox", "radio"].includes(field.type)) field.checked = false;
  else field.value = "";
}

function renumber(group) {
  const name = group.dataset.rows;
  const id = "f-" + name.replace(/[^A-Za-z0-9_]/g, "-") + "-";
  const sent = "_file." + name + "[";
  const sentId = "f-_file-" + name.replace(/[^A-Za-z0-9_]/g, "-") + "-";
  [...group.querySelectorAll("[data-row]")].forEach((row, at) => {
    row.querySelector("[data-row-number]").textContent = String(at + 1);
    for (const element of row.querySelectorAll("*")) {
      for (const attribute of ["name", "value", "id", "for", "aria-describedby", "aria-labelledby"]) {
        const value = attribute === "value" && element.name !== "row-remove" ? null : element.getAttribute(attribute);
        if (value === null) continue;
        element.setAttribute(attribute, value.split(" ").map(word => {
          for (const [before, after] of [[name + "[", "]"], [sent, "]"], [id, "-"], [sentId, "-"]]) {
            const renamed = moved(word, before, after, at);
            if (renamed) return renamed;
          }
          return word;
        }).join(" "));
      }
    }
  });
}

function moved(word, before, after, at) {
  if (!word.startsWith(before)) return null;
  const end = word.indexOf(after, before.length);
  return end < 0 ? null : before + at + word.slice(end);
}
