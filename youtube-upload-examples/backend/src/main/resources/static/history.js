// What was uploaded before, newest first.
import { bytes, moment } from "./format.js";
import { t } from "./texts.js";

export function showHistory(views) {
  document.getElementById("history-empty").hidden = views.length > 0;
  document.getElementById("history").replaceChildren(...views.map(row));
}

function row(view) {
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
  const why = note.className && view.error ? " · " + view.error : "";
  note.textContent = t(view.status) + size + why;
  what.append(view.title, note);
  const links = document.createElement("div");
  links.className = "links";
  if (view.video_url) {
    links.append(link(view.video_url, "watch", view.title), link(view.studio_url, "studio", view.title));
  }
  item.append(time, what, links);
  return item;
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
