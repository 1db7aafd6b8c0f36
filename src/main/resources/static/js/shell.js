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

// The layout breaks by the size of the text: where a page is read in twice the size, its queries are measured in that size too.
const ruler = document.createElement("span");
ruler.className = "ruler";
ruler.setAttribute("aria-hidden", "true");
document.body.append(ruler);
const breaks = [...document.styleSheets].flatMap(sheet => [...sheet.cssRules]).filter(rule => rule.media && /width: [\d.]+rem/.test(rule.media.mediaText)).map(rule => [rule.media, rule.media.mediaText]);
let measured = 16;
new ResizeObserver(() => {
  const size = ruler.getBoundingClientRect().width / 10;
  if (!size || Math.abs(size - measured) < .1) return;
  measured = size;
  for (const [media, text] of breaks) media.mediaText = text.replace(/([\d.]+)rem/g, (_, rems) => rems * size + "px");
}).observe(ruler);

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

