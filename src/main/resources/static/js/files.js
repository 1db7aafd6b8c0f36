// A chosen file is sent at once, with its progress in sight; the form then only names it. What was sent survives a fault in the form.
document.addEventListener("change", event => {
  const field = event.target;
  if (!field.matches || !field.matches("input[data-file]")) return;
  const names = field.parentElement.querySelector("[data-file-names]");
  const form = field.form;
  const token = form && form.querySelector("input[name='_csrf']");
  if (!field.name.startsWith("_file.") || !token) {
    const chosen = [...field.files].map(file => file.name);
    if (names) names.textContent = chosen.length ? "已选 " + chosen.length + " 个：" + chosen.join("、") : "尚未选择文件";
    return;
  }
  if (names) names.textContent = "";
  const files = [...field.files];
  field.value = "";
  if (!field.multiple) for (const old of field.parentElement.querySelectorAll("[data-sendings] li")) old.remove();
  files.reduce((before, file) => before.then(() => sendFile(field, file, token.value)), Promise.resolve());
});

// Dropping files on the field chooses them.
document.addEventListener("dragover", event => {
  if (event.target.closest && event.target.closest("[data-drop]")) event.preventDefault();
});
document.addEventListener("drop", event => {
  const place = event.target.closest && event.target.closest("[data-drop]");
  const field = place && place.querySelector("input[data-file]");
  if (!field || !event.dataTransfer.files.length) return;
  event.preventDefault();
  if (!field.multiple && event.dataTransfer.files.length > 1) return;
  field.files = event.dataTransfer.files;
  field.dispatchEvent(new Event("change", { bubbles: true }));
});

function sendFile(field, file, token) {
  const line = document.createElement("li");
  const words = document.createElement("span");
  const bar = document.createElement("progress");
  const drop = document.createElement("button");
  words.textContent = file.name + "（" + size(file.size) + "）";
  bar.max = 100;
  bar.value = 0;
  bar.setAttribute("aria-label", "上传进度：" + file.name);
  drop.type = "button";
  drop.className = "button button-link";
  drop.textContent = "移除";
  drop.setAttribute("aria-label", "移除：" + file.name);
  line.append(words, bar, drop);
  field.parentElement.querySelector("[data-sendings]").append(line);
  const fault = refusal(field, file);
  if (fault) {
    failed(line, bar, fault);
    drop.addEventListener("click", () => line.remove());
    return Promise.resolve();
  }
  const form = field.form;
  form.dataset.sending = String(Number(form.dataset.sending || 0) + 1);
  return new Promise(done => {
    const request = new XMLHttpRequest();
    drop.addEventListener("click", () => {
      request.abort();
      line.remove();
      if (!field.multiple) unname(field);
    });
    request.upload.addEventListener("progress", event => {
      if (event.lengthComputable) bar.value = Math.floor(event.loaded * 100 / event.total);
    });
    request.addEventListener("loadend", () => {
      form.dataset.sending = String(Number(form.dataset.sending) - 1);
      done();
    });
    request.addEventListener("error", () => failed(line, bar, "网络中断，没有传完。请移除后重新选择。"));
    request.addEventListener("load", () => {
      if (request.status === 201) {
        bar.remove();
        words.prepend("已上传 ");
        line.className = "is-sent";
        line.append(named(field, JSON.parse(request.responseText)));
        form.dispatchEvent(new Event("input", { bubbles: true }));
      } else {
        const answer = new DOMParser().parseFromString(request.responseText, "text/html");
        const told = [...answer.querySelectorAll(".alert p, .alert li")].map(part => part.textContent.trim());
        failed(line, bar, told.length ? told.join(" ") : "没有传成，请稍后再试。");
      }
    });
    const body = new FormData();
    body.append("file", file);
    request.open("POST", "/attachments");
    request.setRequestHeader("X-XSRF-TOKEN", token);
    request.setRequestHeader("HX-Request", "true");
    request.send(body);
  });
}

function refusal(field, file) {
  const most = Number(field.dataset.bytes);
  if (most && file.size > most) return "文件超过 " + size(most) + " 的上限，没有上传。请压缩或分段后再选。";
  if (!file.size) return "文件是空的（0 字节），没有上传。请检查原文件。";
  const known = (field.accept || "").split(",").filter(Boolean);
  const ending = file.name.slice(file.name.lastIndexOf(".")).toLowerCase();
  if (known.length && !known.includes(ending)) return "不支持这种文件，没有上传。可以上传：" + known.map(end => end.slice(1).toUpperCase()).join("、") + "。";
  return null;
}

function failed(line, bar, why) {
  bar.remove();
  line.className = "fault";
  const told = document.createElement("span");
  told.setAttribute("role", "alert");
  told.textContent = why;
  line.append(told);
  line.dataset.unsent = why;
}

// What was not sent is said again where the form has arrived, so that nobody believes it is there.
document.addEventListener("submit", event => {
  const lines = [...event.target.querySelectorAll("[data-unsent]")];
  if (store && !event.defaultPrevented && lines.length) store.setItem("unsent", lines.map(line => line.firstChild.textContent + "：" + line.dataset.unsent).join(" "));
});
if (store && account && store.getItem("unsent")) {
  say("下列文件没有上传，不在提交的内容里。" + store.getItem("unsent"), "warning");
  store.removeItem("unsent");
}

// The form names what was sent by its id, as the server does when it draws the form again.
function named(field, file) {
  const hidden = document.createElement("input");
  hidden.type = "hidden";
  hidden.value = file.id;
  const path = field.name.slice("_file.".length);
  if (path.includes("[]")) {
    let row = 0;
    while (field.form.querySelector("[name='" + path.replace("[]", "[" + row + "]") + "']")) row++;
    hidden.name = path.replace("[]", "[" + row + "]");
  } else {
    unname(field);
    const select = field.form.querySelector("select[name='" + path + "']");
    if (select) {
      select.append(new Option(file.name, file.id, true, true));
      return "";
    }
    hidden.name = path;
    hidden.dataset.sent = "";
  }
  return hidden;
}

function unname(field) {
  for (const old of field.parentElement.querySelectorAll("input[data-sent]")) old.remove();
}

function size(bytes) {
  if (!bytes) return "0 字节";
  return bytes < 1048576 ? Math.max(1, Math.round(bytes / 1024)) + " KB" : (bytes / 1048576).toFixed(1) + " MB";
}

document.addEventListener("submit", event => {
  if (Number(event.target.dataset.sending) > 0) {
    event.preventDefault();
    say("文件还在上传，传完后再提交。");
  }
}, true);
