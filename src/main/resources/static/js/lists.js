// Ticks are counted where the buttons for them stand; the bar follows while something is ticked, and never lies over a row while it asks.
for (const bar of document.querySelectorAll("[data-bar]")) {
  const form = bar.closest("form");
  const all = bar.querySelector("[data-all]");
  const told = bar.querySelector("[data-ticked]");
  const ticks = [...form.querySelectorAll("input[name='item']")];
  all.parentElement.hidden = false;
  const count = () => {
    const ticked = ticks.filter(tick => tick.checked).length;
    all.checked = ticked === ticks.length;
    all.indeterminate = ticked > 0 && ticked < ticks.length;
    told.textContent = ticked ? "已勾选 " + ticked + " 项：" : "对勾选的待办：";
    bar.classList.toggle("has-ticks", ticked > 0);
  };
  all.addEventListener("change", () => {
    for (const tick of ticks) tick.checked = all.checked;
    count();
  });
  form.addEventListener("change", event => {
    if (event.target.name === "item") count();
  });
  bar.addEventListener("toggle", event => {
    if (event.target.open) for (const other of bar.querySelectorAll("details[open]")) if (other !== event.target) other.open = false;
    bar.classList.toggle("asks", Boolean(bar.querySelector("details[open]")));
    if (event.target.open) bar.scrollIntoView({ block: "nearest" });
  }, true);
  count();
}

// Back from a matter to the list as it was filtered.
document.addEventListener("click", event => {
  const link = event.target.closest && event.target.closest("a[href^='/matters/']");
  const list = document.querySelector("[data-list]");
  if (store && link && list) store.setItem(CAME, JSON.stringify([location.pathname + location.search, list.dataset.list]));
});
const back = document.querySelector("a[data-back]");
if (store && back && store.getItem(CAME)) {
  const [path, title] = JSON.parse(store.getItem(CAME));
  back.href = path;
  back.textContent = "返回" + title;
}

// On a narrow screen only what comes first stands open.
if (window.matchMedia("(max-width: 48rem)").matches) {
  for (const part of document.querySelectorAll("details[data-wide]")) part.open = false;
}
