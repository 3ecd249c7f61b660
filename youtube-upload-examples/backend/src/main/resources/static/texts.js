// What the page says, in its reader's language.
import { EN } from "./texts-en.js";
import { KO } from "./texts-ko.js";

const TEXTS = { en: EN, ko: KO };

let language = localStorage.getItem("language") ?? document.documentElement.lang;

export function currentLanguage() {
  return language in TEXTS ? language : "en";
}

export function t(key, values = {}) {
  const text = TEXTS[currentLanguage()][key] ?? TEXTS.en[key] ?? key;
  return text.replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);
}

const own = key => TEXTS[currentLanguage()][key];

/** The server's refusal: translated where we can, in its own words otherwise. */
export function refusal(detail) {
  const field = detail.violations?.[0]?.field.split(".").at(-1);
  return (field && own("violation_" + field)) ?? own("error_" + detail.code) ?? detail.message;
}

/** Why an upload stopped or failed. */
export function failure(view) {
  const key = "failure_" + view.error_code;
  return own(key) ? t(key, { error: view.error }) : own("failure_other") ?? view.error;
}

export function switchLanguage() {
  language = currentLanguage() === "en" ? "ko" : "en";
  localStorage.setItem("language", language);
}

export function translatePage() {
  document.documentElement.lang = currentLanguage();
  document.title = t("name");
  translate(document);
}

export function translate(root) {
  for (const element of root.querySelectorAll("[data-t]")) {
    element.textContent = t(element.dataset.t);
  }
}
