// One progress for all that is on the way: both legs of each, by their bytes.
import { t } from "./texts.js";

const UNKNOWN_SIZE = 100e6;
const $ = id => document.getElementById(id);

export function showOverall(cards) {
  const counted = cards.filter(card => !["failed", "cancelled", "unknown"].includes(card.status));
  const done = counted.filter(card => card.status === "completed").length;
  const weight = counted.reduce((sum, card) => sum + (card.size || UNKNOWN_SIZE), 0);
  const gone = counted.reduce((sum, card) => sum + (card.size || UNKNOWN_SIZE) * card.share, 0);
  const percent = weight ? Math.floor((100 * gone) / weight) : 0;
  const busy = counted.length > done;
  $("overall").hidden = counted.length < 2;
  $("overall-text").textContent = t("overall", { done, all: counted.length, percent });
  $("overall-track").firstElementChild.style.width = percent + "%";
  $("overall-track").setAttribute("aria-valuenow", percent);
  $("overall-track").setAttribute("aria-label", t("running"));
  document.title = busy ? `${percent} % · ${t("name")}` : t("name");
}
