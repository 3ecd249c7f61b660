// One upload on its way: two legs, and what can be done about it.
import * as api from "./api.js";
import { bytes, duration } from "./format.js";
import { refusal, t } from "./texts.js";

const OVER = ["completed", "failed", "cancelled", "unknown"];

export const isOver = status => OVER.includes(status);

export function signInAgain() {
  const link = document.createElement("a");
  link.href = "/api/youtube/auth";
  link.textContent = t("signInAgain");
  return link;
}

export class Card {
  constructor(title, onChange) {
    const template = document.getElementById("card-template");
    this.element = template.content.firstElementChild.cloneNode(true);
    this.title = title;
    this.element.dataset.title = title;
    this.onChange = onChange;
    this.find(".pause").onclick = () => this.act(api.pause);
    this.find(".resume").onclick = () => this.act(api.resume);
    this.find(".cancel").onclick = () => (this.abort ? this.abort() : this.act(api.cancel));
    this.render();
  }

  find(selector) {
    return this.element.querySelector(selector);
  }

  /** The browser's leg. */
  sent(done, all) {
    const now = performance.now();
    this.begun ??= { at: now, done };
    const seconds = (now - this.begun.at) / 1000;
    const speed = seconds > 0.3 ? (done - this.begun.done) / seconds : 0;
    this.browser = { done, all, speed, left: speed > 0 ? (all - done) / speed : null };
    this.render();
  }

  /** The service's leg, as the service tells it. */
  update(view) {
    this.abort = null;
    this.view = view;
    this.render();
  }

  async act(how) {
    try {
      this.update(await how(this.view.upload_id));
    } catch (detail) {
      this.find(".card-error").textContent = refusal(detail);
      return;
    }
    this.onChange();
  }

  get status() {
    return this.view?.status ?? "sending";
  }

  render() {
    const status = this.status;
    this.element.dataset.status = status;
    this.element.dataset.uploadId = this.view?.upload_id ?? "";
    this.find(".card-title").textContent = this.title;
    this.find(".card-state").textContent = t(status);
    this.find(".route").classList.toggle("single", !this.browser);
    this.renderBrowserLeg();
    this.renderYouTubeLeg();
    this.renderError();
    const id = this.view?.upload_id;
    const focused = this.element.contains(document.activeElement) && document.activeElement;
    this.button(".pause", "pause", id && !isOver(status) && status !== "suspended");
    this.button(".resume", "resume", id && status === "suspended" && !this.view.needs_consent);
    this.button(".cancel", "cancel", !isOver(status));
    if (focused && focused.hidden) this.find(".card-actions button:not([hidden])")?.focus();
  }

  renderBrowserLeg() {
    if (!this.browser) return;
    const { done, all, speed, left } = this.browser;
    const arrived = this.view || done >= all;
    const text = arrived ? t("arrived", { bytes: bytes(all) }) : legText(done, all, speed, left);
    this.leg(".leg-browser", "legBrowser", all ? (100 * done) / all : 0, text);
  }

  renderYouTubeLeg() {
    const view = this.view;
    if (!view) {
      this.leg(".leg-youtube", "legYoutube", 0, t("waiting"));
      return;
    }
    const done = view.status === "downloading" ? view.bytes_downloaded : view.bytes_sent;
    const moving = view.status === "uploading" || view.status === "downloading";
    const text = legText(done, view.bytes_total, moving ? view.bytes_per_second : 0, moving ? view.seconds_left : null);
    this.leg(".leg-youtube", "legYoutube", view.progress, text);
  }

  renderError() {
    const place = this.find(".card-error");
    place.textContent = "";
    if (this.view?.needs_consent) {
      place.append(t("consentAgain") + " ", signInAgain());
    } else if (this.view?.error && !this.view.error.startsWith("paused")) {
      place.textContent = this.view.error;
    }
  }

  leg(selector, name, percent, text) {
    const leg = this.find(selector);
    const track = leg.querySelector(".track");
    leg.querySelector(".leg-name").textContent = t(name);
    leg.querySelector(".leg-text").textContent = text;
    leg.querySelector(".fill").style.width = percent + "%";
    track.setAttribute("aria-valuenow", Math.floor(percent));
    track.setAttribute("aria-label", this.title + ", " + t(name));
    track.setAttribute("aria-valuetext", text);
  }

  button(selector, action, shown) {
    const button = this.find(selector);
    button.hidden = !shown;
    button.textContent = t(action);
    button.setAttribute("aria-label", t("ofTitle", { action: t(action), title: this.title }));
  }
}

function legText(done, all, speed, left) {
  const parts = [all ? t("progress", { done: bytes(done), all: bytes(all) }) : bytes(done)];
  if (speed > 0) parts.push(t("perSecond", { bytes: bytes(speed) }));
  if (left !== null && left !== undefined) parts.push(t("timeLeft", { time: duration(left) }));
  return parts.join(" · ");
}
