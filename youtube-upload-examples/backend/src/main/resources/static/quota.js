// The gauge: one cell for each upload of the day, while they can still be counted.
import { clock, duration } from "./format.js";
import { t } from "./texts.js";

const COUNTABLE = 100;
const FEW = 12;

export function showQuota(quota) {
  const all = Math.floor(quota.daily_limit / quota.upload_cost);
  const used = all - quota.max_uploads_remaining;
  document.getElementById("quota-left").textContent = quota.max_uploads_remaining;
  document.getElementById("quota-text").textContent = t("left", { all });
  const seconds = (new Date(quota.resets_at) - Date.now()) / 1000;
  document.getElementById("quota-reset").textContent =
    t("resets", { when: clock(quota.resets_at), left: duration(Math.max(0, seconds)) });
  const gauge = document.getElementById("quota-cells");
  gauge.setAttribute("aria-valuemax", all);
  gauge.setAttribute("aria-valuenow", quota.max_uploads_remaining);
  gauge.className = "cells" + (all > COUNTABLE ? " bar" : all <= FEW ? " few" : "");
  gauge.replaceChildren(...(all > COUNTABLE ? [bar(used / all)] : cells(all, used)));
}

function cells(all, used) {
  return Array.from({ length: all }, (_, index) => {
    const cell = document.createElement("i");
    cell.className = index < used ? "used" : "";
    return cell;
  });
}

function bar(share) {
  const fill = document.createElement("i");
  fill.className = "used";
  fill.style.width = 100 * share + "%";
  return fill;
}
