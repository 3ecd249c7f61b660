// The form: what is chosen, and whether it is enough.
import { bytes } from "./format.js";
import { t } from "./texts.js";

const $ = id => document.getElementById(id);
const chosen = name => document.querySelector(`input[name=${name}]:checked`).value;
const choose = (name, value) => {
  document.querySelector(`input[name=${name}][value=${value}]`).checked = true;
};

// The second click finds the form empty, and needs no word about it.
const DOUBLE_CLICK = 1000;
let sentAt = -DOUBLE_CLICK;

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
    if (problem && performance.now() - sentAt < DOUBLE_CLICK) return;
    showProblem(problem);
    if (problem) return;
    sentAt = performance.now();
    const video = read();
    clearForm();
    onSubmit(video);
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

function clearForm() {
  $("form").reset();
  showKind();
  showFile();
}

/** Gives a refused video back to the form, unless the next one is in it already. */
export function restoreForm({ file, url, metadata }) {
  if ($("title").value || $("url").value || $("file").files[0]) return;
  choose("kind", file ? "file" : "url");
  choose("privacy", metadata.privacy);
  if (file) {
    const chosenAgain = new DataTransfer();
    chosenAgain.items.add(file);
    $("file").files = chosenAgain.files;
  }
  $("url").value = url;
  for (const name of ["title", "description", "tags"]) $(name).value = metadata[name];
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
