// Numbers for people, in the page's language.
import { currentLanguage } from "./texts.js";

export function bytes(count) {
  const units = ["B", "kB", "MB", "GB", "TB"];
  let unit = 0;
  while (count >= 1000 && unit < units.length - 1) {
    count /= 1000;
    unit++;
  }
  const digits = unit > 1 && count < 100 ? 1 : 0;
  return new Intl.NumberFormat(currentLanguage(), { minimumFractionDigits: digits, maximumFractionDigits: digits })
    .format(count) + " " + units[unit];
}

export function duration(seconds) {
  const parts = seconds >= 3600
    ? [[Math.floor(seconds / 3600), "hour"], [Math.floor((seconds % 3600) / 60), "minute"]]
    : seconds >= 60
      ? [[Math.floor(seconds / 60), "minute"], [Math.floor(seconds % 60), "second"]]
      : [[Math.max(1, Math.round(seconds)), "second"]];
  return parts
    .filter(([value], index) => value > 0 || index === 0)
    .map(([value, unit]) =>
      new Intl.NumberFormat(currentLanguage(), { style: "unit", unit, unitDisplay: "short" }).format(value))
    .join(" ");
}

export function moment(iso) {
  return new Intl.DateTimeFormat(currentLanguage(), { month: "short", day: "numeric", hour: "2-digit", minute: "2-digit" })
    .format(new Date(iso));
}

export function clock(iso) {
  return new Intl.DateTimeFormat(currentLanguage(), { hour: "2-digit", minute: "2-digit" }).format(new Date(iso));
}
