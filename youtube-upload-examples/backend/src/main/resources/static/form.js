// The form: what is chosen, what all share, and whether it is enough.
import { Draft } from "./draft.js";
import { clock } from "./format.js";
import { currentLanguage, t } from "./texts.js";

const $ = id => document.getElementById(id);
const chosen = name => document.querySelector(`input[name=${name}]:checked`).value;
const CATEGORIES = [22, 24, 10, 20, 27, 28, 26, 17, 19, 1, 2, 15, 23, 25, 29];
const LANGUAGES = ["ko", "en", "ja", "zh-Hans", "zh-Hant", "es", "pt", "fr", "de", "it", "ru", "vi", "id", "th", "hi", "ar"];

// The second click finds the form empty, and needs no word about it.
const DOUBLE_CLICK = 1000;
let sentAt = -DOUBLE_CLICK;
let busy = false;
let drafts = [];

export function prepareForm(onSubmit) {
  for (const radio of document.querySelectorAll("input[name=kind], input[name=privacy]")) radio.onchange = showKind;
  $("file").onchange = () => {
    addFiles([...$("file").files]);
    $("file").value = "";
  };
  $("form").onsubmit = event => {
    event.preventDefault();
    const problem = busy ? null : check();
    if (problem && performance.now() - sentAt < DOUBLE_CLICK) return;
    showProblem(problem);
    if (problem || busy || $("submit").disabled) return;
    sentAt = performance.now();
    busy = true;
    onSubmit(read()).finally(() => (busy = false));
  };
}

export function addFiles(files, title) {
  document.querySelector("input[name=kind][value=file]").checked = true;
  showKind();
  for (const file of files) {
    const draft = new Draft(file, title, move);
    drafts.push(draft);
    $("drafts").append(draft.element);
  }
  showProblem(null);
  renderDrafts();
}

/** By so many places; 0 takes it out. */
function move(draft, places) {
  const from = drafts.indexOf(draft);
  drafts.splice(from, 1);
  if (places) drafts.splice(from + places, 0, draft);
  $("drafts").replaceChildren(...drafts.map(each => each.element));
  renderDrafts();
  (places ? draft.find(".draft-title") : $("file")).focus();
}

export function removeDraft(draft) {
  drafts = drafts.filter(each => each !== draft);
  draft.element.remove();
  if (drafts.length === 0) clearForm();
  renderDrafts();
}

function renderDrafts() {
  drafts.forEach((draft, index) => draft.render(drafts.length, index));
  $("shared-hint").hidden = drafts.length < 2;
  $("submit").textContent = drafts.length > 1 ? t("uploadAll", { count: drafts.length }) : t("upload");
}

export function clearForm() {
  $("form").reset();
  showKind();
}

/** In the page's language. */
export function renderForm() {
  fill($("category"), CATEGORIES.map(id => [id, t("category_" + id)]));
  const names = new Intl.DisplayNames(currentLanguage(), { type: "language" });
  fill($("video-language"), [["", t("notSaid")], ...LANGUAGES.map(code => [code, names.of(code)])]);
  renderDrafts();
}

function fill(select, options) {
  const value = select.value;
  select.replaceChildren(...options.map(([id, text]) => new Option(text, id)));
  select.value = value || options[0][0];
}

/** Nothing can be sent when the day's uploads are used up. */
export function allowSubmit(quota) {
  $("submit").disabled = !quota.can_upload;
  $("no-quota").hidden = quota.can_upload;
  $("no-quota").textContent = quota.can_upload ? "" : t("noQuota", { when: clock(quota.resets_at) });
}

export function showProblem(problem) {
  $("form-error").textContent = problem?.text ?? "";
  for (const id of ["url-title", "url"]) $(id).setAttribute("aria-invalid", problem?.field === id);
  if (problem?.field) $(problem.field).focus();
}

function showKind() {
  const file = chosen("kind") === "file";
  $("file-field").hidden = !file;
  $("drafts").hidden = !file;
  $("url-field").hidden = file;
  $("publish-field").hidden = chosen("privacy") !== "scheduled";
}

function check() {
  if (chosen("privacy") === "scheduled" && !(new Date($("publish-at").value) > new Date())) {
    return { field: "publish-at", text: t("needTime") };
  }
  if (chosen("kind") === "url") {
    if (!$("url").value.trim()) return { field: "url", text: t("needUrl") };
    return $("url-title").value.trim() ? null : { field: "url-title", text: t("needTitle") };
  }
  if (drafts.length === 0) return { field: "file", text: t("needFile") };
  const untitled = drafts.find(draft => !draft.title.trim());
  untitled?.find(".draft-title").focus();
  return untitled ? { text: t("needTitle") } : null;
}

function read() {
  const scheduled = chosen("privacy") === "scheduled";
  const shared = {
    description: $("description").value,
    tags: $("tags").value,
    privacy: scheduled ? "private" : chosen("privacy"),
    category_id: $("category").value,
  };
  if (scheduled) shared.publish_at = new Date($("publish-at").value).toISOString();
  if ($("video-language").value) shared.default_language = $("video-language").value;
  if ($("made-for-kids").value) shared.made_for_kids = $("made-for-kids").value === "true";
  if (chosen("kind") === "url") return { url: $("url").value.trim(), metadata: { ...shared, title: $("url-title").value } };
  return { drafts: drafts.map(draft => ({ draft, file: draft.file, metadata: draft.metadata(shared) })) };
}
