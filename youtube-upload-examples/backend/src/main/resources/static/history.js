// What was uploaded before, newest first.
import * as api from "./api.js";
import { bytes, moment } from "./format.js";
import { currentLanguage, failure, refusal, t } from "./texts.js";

// Why an outcome could not be found out.
const refusals = new Map();

// What is shown, by upload. A row that says the same stays where it is, and keeps the focus.
let rows = new Map();

export function copyLink(address) {
  const say = key => (document.getElementById("announce").textContent = t(key));
  navigator.clipboard
    ? navigator.clipboard.writeText(address).then(() => say("copied"), () => say("notCopied"))
    : say("notCopied");
}

export function showHistory(views, onChange) {
  document.getElementById("history-empty").hidden = views.length > 0;
  rows = new Map(views.map(view => [view.upload_id, upToDate(view, onChange)]));
  const list = document.getElementById("history");
  [...rows.values()].forEach(({ item }, i) => {
    if (list.children[i] !== item) list.insertBefore(item, list.children[i] ?? null);
  });
  while (list.children.length > rows.size) list.lastElementChild.remove();
}

function upToDate(view, onChange) {
  const refused = refusals.get(view.upload_id)?.code;
  const says = JSON.stringify([view, refused, currentLanguage()]);
  const shown = rows.get(view.upload_id);
  return shown?.says === says ? shown : { says, item: row(view, onChange) };
}

function row(view, onChange) {
  const item = document.createElement("li");
  item.dataset.status = view.status;
  item.dataset.title = view.title;
  const time = document.createElement("time");
  time.dateTime = view.updated_at;
  time.textContent = moment(view.updated_at);
  const what = document.createElement("div");
  what.className = "what";
  const note = document.createElement("small");
  note.className = view.status === "failed" || view.status === "unknown" ? "bad" : "";
  const size = view.bytes_total ? " · " + bytes(view.bytes_total) : "";
  const refused = view.status === "unknown" && refusals.get(view.upload_id);
  const error = refused ? refusal(refused) : view.error && failure(view);
  const why = note.className && error ? " · " + error : "";
  note.textContent = t(view.status) + size + why;
  what.append(view.title, note);
  const links = document.createElement("div");
  links.className = "links";
  if (view.video_url) {
    links.append(link(view.video_url, "watch", view.title), link(view.studio_url, "studio", view.title));
    links.append(button("copy", view.title, () => copyLink(view.video_url)));
  }
  if (["failed", "cancelled"].includes(view.status)) {
    links.append(button("chooseAgain", view.title, () => document.getElementById("file").click()));
  }
  if (view.status === "unknown") links.append(findOut(view, onChange));
  item.append(time, what, links);
  return item;
}

function button(action, title, onClick) {
  const button = Object.assign(document.createElement("button"), { type: "button", className: "quiet " + action, onclick: onClick });
  button.textContent = t(action);
  button.setAttribute("aria-label", t("ofTitle", { action: t(action), title }));
  return button;
}

/** Asks YouTube whether the video exists. */
function findOut(view, onChange) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "quiet find-out";
  button.textContent = t("findOut");
  button.setAttribute("aria-label", t("ofTitle", { action: t("findOut"), title: view.title }));
  button.onclick = async () => {
    button.disabled = true;
    const announce = document.getElementById("announce");
    try {
      const settled = await api.reconcile(view.upload_id);
      announce.textContent = t("announce", { title: view.title, state: t(settled.status) });
    } catch (detail) {
      refusals.set(view.upload_id, detail);
      announce.textContent = refusal(detail);
    }
    onChange();
  };
  return button;
}

function link(address, action, title) {
  const anchor = document.createElement("a");
  anchor.href = address;
  anchor.target = "_blank";
  anchor.rel = "noreferrer";
  anchor.textContent = t(action);
  anchor.setAttribute("aria-label", t("ofTitle", { action: t(action), title }));
  return anchor;
}
