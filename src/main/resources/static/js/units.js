// A long choice can be searched: a box above the list narrows it by title, short name and first letters. Without script it stays a list.
function findable(select) {
  if (select.dataset.found || select.options.length < Number(select.dataset.from || 12)) return;
  select.dataset.found = "true";
  const groups = [...select.children].map(child => ({ child, options: child.tagName === "OPTGROUP" ? [...child.children] : [] }));
  const box = document.createElement("input");
  const told = document.createElement("p");
  box.type = "search";
  box.className = "input find-box";
  box.placeholder = "查找：" + select.dataset.find;
  box.autocomplete = "off";
  box.setAttribute("aria-label", "查找：" + select.dataset.find);
  box.setAttribute("aria-controls", select.id);
  told.className = "help find-told";
  told.setAttribute("role", "status");
  select.before(box);
  select.after(told);
  const narrow = () => {
    const sought = box.value.trim().toLowerCase();
    const chosen = select.value;
    let shown = [];
    for (const { child, options } of groups) {
      if (child.tagName !== "OPTGROUP") {
        if (child.value && sought && !matches(child, sought)) child.remove();
        else {
          select.append(child);
          if (child.value) shown.push(child);
        }
        continue;
      }
      const kept = options.filter(option => !sought || matches(option, sought));
      for (const option of options) option.remove();
      child.append(...kept);
      if (kept.length) select.append(child);
      else child.remove();
      shown = shown.concat(kept);
    }
    const still = shown.find(option => option.value === chosen);
    if (still) still.selected = true;
    else if (sought && shown.length) shown.reduce((best, option) => rank(option, sought) < rank(best, sought) ? option : best).selected = true;
    else select.value = "";
    told.textContent = !sought ? "" : shown.length ? "找到 " + shown.length + " 个" + (select.value ? "，已选“" + select.selectedOptions[0].textContent + "”" : "") : "没有找到，请换个说法";
    if (select.value !== chosen) select.dispatchEvent(new Event("change", { bubbles: true }));
  };
  box.addEventListener("input", event => {
    event.stopPropagation();
    narrow();
  });
  box.addEventListener("keydown", event => {
    if (event.key === "Enter") {
      event.preventDefault();
      select.focus();
    } else if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      const options = [...select.options].filter(option => option.value);
      const at = options.indexOf(select.selectedOptions[0]) + (event.key === "ArrowDown" ? 1 : -1);
      if (!options[at]) return;
      options[at].selected = true;
      told.textContent = "已选“" + options[at].textContent + "”";
      select.dispatchEvent(new Event("change", { bubbles: true }));
    } else if (event.key === "Escape" && box.value) {
      event.preventDefault();
      box.value = "";
      narrow();
    }
  });
}

const words = option => [option.textContent.toLowerCase()].concat((option.dataset.keys || "").toLowerCase().split(" ").filter(Boolean));
const matches = (option, sought) => words(option).some(word => word.includes(sought));
const rank = (option, sought) => Math.min(...words(option).map(word => word === sought ? 0 : word.startsWith(sought) ? 1 : word.includes(sought) ? 2 : 3));

for (const select of document.querySelectorAll("select[data-find]")) findable(select);
document.addEventListener("htmx:afterSwap", event => event.target.querySelectorAll("select[data-find]").forEach(findable));
