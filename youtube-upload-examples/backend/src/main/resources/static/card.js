// One upload on its way: two legs, what can be done about it, and where it went.
import * as api from "./api.js";
import { bytes, duration } from "./format.js";
import { failure, refusal, t } from "./texts.js";

const OVER = ["completed", "failed", "cancelled", "unknown"];

export const isOver = status => OVER.includes(status);

export function signInAgain() {
  const link = document.createElement("a");
  link.href = "/api/youtube/auth";
  link.textContent = t("signInAgain");
  return link;
}

export class Card {
  /** hands: what the page does when a button is pressed. */
  constructor(id, title, hands) {
    Object.assign(this, { id, title, hands });
    this.element = document.getElementById("card-template").content.firstElementChild.cloneNode(true);
    this.element.dataset.title = title;
    this.find(".pause").onclick = () => (this.view ? this.act(api.pause) : this.post.rest());
    this.find(".resume").onclick = () => (this.view ? this.act(api.resume) : hands.goOn(this));
    this.find(".cancel").onclick = () => (this.view ? this.act(api.cancel) : hands.forget(this));
    for (const name of ["pick", "retry", "dismiss", "copy"]) this.find("." + name).onclick = () => hands[name](this);
    this.render();
  }

  find(selector) {
    return this.element.querySelector(selector);
  }

  /** The service's leg, as the service tells it. */
  update(view) {
    this.view = view;
    this.render();
  }

  async act(how) {
    try {
      this.update(await how(this.id));
    } catch (detail) {
      this.say(refusal(detail));
      return;
    }
    this.hands.changed();
  }

  say(text) {
    this.find(".card-error").textContent = text;
  }

  get status() {
    if (this.view) return this.view.status;
    if (this.post) return "post_" + this.post.state;
    if (!this.part) return "post_waiting";
    return this.part.receiving ? "post_elsewhere" : "post_part";
  }

  get size() {
    return this.view?.bytes_total ?? this.post?.all ?? this.part?.bytes_total;
  }

  get arrived() {
    return this.post?.done ?? this.part?.bytes_received ?? 0;
  }

  /** From 0 to 1, over both legs. */
  get share() {
    const service = (this.view?.progress ?? 0) / 100;
    if (!this.post && !this.part) return service;
    return ((this.view ? 1 : this.arrived / this.size) + service) / 2;
  }

  render() {
    const status = this.status;
    this.element.dataset.status = status;
    this.element.dataset.uploadId = this.id;
    this.element.dataset.stale = Boolean(this.lostSince);
    this.find(".card-title").textContent = this.title;
    this.find(".card-state").textContent = t(this.lostSince ? "noContact" : status);
    this.find(".route").hidden = isOver(status);
    this.find(".route").classList.toggle("single", !this.post && !this.part);
    this.renderBrowserLeg();
    this.renderYouTubeLeg();
    this.renderWords();
    this.renderActions(status);
  }

  renderBrowserLeg() {
    if (!this.post && !this.part) return;
    const { speed = 0 } = this.post ?? {};
    const arrived = this.view || this.arrived >= this.size;
    const left = speed > 0 ? (this.size - this.arrived) / speed : null;
    const text = arrived ? t("arrived", { bytes: bytes(this.size) }) : legText(this.arrived, this.size, speed, left);
    this.leg(".leg-browser", "legBrowser", arrived ? 100 : (100 * this.arrived) / this.size, text);
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

  renderWords() {
    const completed = this.view?.status === "completed";
    const channel = document.getElementById("channel").textContent;
    const privacy = this.metadata ? t(this.metadata.publish_at ? "scheduled" : this.metadata.privacy) : "";
    this.find(".card-where").textContent = completed ? [t("wentTo", { channel }), privacy].filter(Boolean).join(" · ") : "";
    this.say("");
    if (this.lostSince) {
      this.say(t("noContactSince", { when: this.lostSince }));
    } else if (this.view?.needs_consent) {
      this.find(".card-error").append(t("consentAgain") + " ", signInAgain());
    } else if (this.post?.problem && !this.view) {
      this.say(refusal(this.post.problem));
    } else if (this.status === "post_part") {
      this.say(t("pickAgain", { name: this.part.file_name }));
    } else if (this.view?.error && !completed && !this.view.error.startsWith("paused")) {
      this.say(failure(this.view));
    }
  }

  renderActions(status) {
    const focused = this.element.contains(document.activeElement) && document.activeElement;
    const { view, post } = this;
    const done = status === "completed";
    this.button(".pause", "pause", view ? !isOver(status) && status !== "suspended" : ["waiting", "sending"].includes(post?.state));
    this.button(".resume", "resume", view ? status === "suspended" && !view.needs_consent : ["resting", "broken"].includes(post?.state));
    this.button(".pick", "pick", status === "post_part");
    this.button(".retry", "retry", this.again && ["failed", "cancelled"].includes(status));
    this.button(".cancel", "cancel", !isOver(status));
    this.button(".copy", "copy", done);
    this.button(".dismiss", "dismiss", isOver(status));
    this.button(".watch", "watch", done);
    this.button(".studio", "studio", done);
    if (done) {
      this.find(".watch").href = view.video_url;
      this.find(".studio").href = view.studio_url;
    }
    if (focused && focused.hidden) this.find(".card-actions > :not([hidden])")?.focus();
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
