// The form: what is chosen, and whether it is enough.
import { bytes } from "./format.js";
import { t } from "./texts.js";

const $ = id => document.getElementById(id);
const chosen = name => document.querySelector(`input[name=${name}]:checked`).value;

export function prepareForm(onSubmit) {
  for (const radio of document.querySelectorAll("input[name=kind]")) {
    radio.onchange = showKind;
  }
  $("file").onchange = showFile;
  const drop = $("drop");
  drop.ondragover = event => {
    event.preventDefault();
    drop.classList.add("over");
  };
  drop.ondragleave = () => drop.classList.remove("over");
  drop.ondrop = event => {
    event.preventDefault();
    drop.classList.remove("over");
    $("file").files = event.dataTransfer.files;
    showFile();
  };
  $("form").onsubmit = event => {
    event.preventDefault();
    const problem = check();
    showProblem(problem);
    if (!problem) onSubmit(read());
  };
}

export function showFile() {
  const file = $("file").files[0];
  $("file-name").textContent = file ? file.name : t("chooseFile");
  $("file-size").textContent = file ? bytes(file.size) : "";
  if (file && !$("title").value) {
    $("title").value = file.name.replace(/\.[^.]+$/, "").slice(0, 100);
  }
}

export function showProblem(problem) {
  $("form-error").textContent = problem?.text ?? "";
  for (const id of ["title", "url"]) {
    $(id).setAttribute("aria-invalid", problem?.field === id);
  }
  if (problem?.field) $(problem.field).focus();
}

export function clearForm() {
  $("form").reset();
  showKind();
  showFile();
}

function showKind() {
  $("file-field").hidden = chosen("kind") !== "file";
  $("url-field").hidden = chosen("kind") !== "url";
}

function check() {
  if (chosen("kind") === "file" && !$("file").files[0]) return { field: "file", text: t("needFile") };
  if (chosen("kind") === "url" && !$("url").value.trim()) return { field: "url", text: t("needUrl") };
  if (!$("title").value.trim()) return { field: "title", text: t("needTitle") };
  return null;
}

function read() {
  return {
    file: chosen("kind") === "file" ? $("file").files[0] : null,
    url: $("url").value.trim(),
    metadata: {
      title: $("title").value,
      description: $("description").value,
      tags: $("tags").value,
      privacy: chosen("privacy"),
    },
  };
}
