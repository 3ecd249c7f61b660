// Puts the page together. START HERE.
import * as api from "./api.js";
import { Card, isOver, signInAgain } from "./card.js";
import { prepareForm, restoreForm, showFile, showProblem } from "./form.js";
import { showHistory } from "./history.js";
import { Live } from "./live.js";
import { showQuota } from "./quota.js";
import { refusal, switchLanguage, t, translatePage } from "./texts.js";

const $ = id => document.getElementById(id);
const cards = new Map();
const live = new Live(take);
const TRY_AGAIN = 5000;
let sending = 0;
let inTrouble = false;

async function start() {
  translate();
  let who;
  try {
    who = await api.me();
    showTrouble(null);
  } catch (detail) {
    showTrouble(detail);
    setTimeout(start, TRY_AGAIN);
    return;
  }
  $("welcome").hidden = who.signed_in;
  $("desk").hidden = !who.signed_in;
  $("sign-out").hidden = !who.signed_in;
  $("demo-hint").hidden = !who.demo;
  $("channel").hidden = !who.signed_in;
  $("channel").textContent = who.channel_title || who.channel_id;
  showSignInProblem();
  if (who.signed_in) await refresh();
}

function showSignInProblem() {
  const problem = new URLSearchParams(location.search).get("sign_in");
  if (problem) {
    $("notice").hidden = false;
    $("notice").textContent = t("sign_in_" + problem);
    history.replaceState(null, "", "/");
  }
}

/** Says why the page cannot be trusted; null takes it back. */
function showTrouble(detail) {
  if (detail) {
    const ended = detail.code === "unauthenticated";
    $("notice").replaceChildren(...(ended ? [t("sessionEnded") + " ", signInAgain()] : [refusal(detail)]));
  }
  if (detail || inTrouble) $("notice").hidden = !detail;
  inTrouble = detail !== null;
}

/** Asks the service for everything that may have changed. */
async function refresh() {
  try {
    const [quota, views] = await Promise.all([api.quota(), api.uploads()]);
    showQuota(quota);
    for (const view of views.filter(v => !isOver(v.status))) {
      // While one is being sent, a stranger may be that very one.
      if (!cards.has(view.upload_id) && sending > 0) continue;
      if (!cards.has(view.upload_id)) add(view.upload_id, new Card(view.title, refresh));
      cards.get(view.upload_id).update(view);
      live.follow(view.upload_id);
    }
    const over = views.filter(view => isOver(view.status));
    for (const view of over) remove(view.upload_id);
    showHistory(over, refresh);
    showTrouble(null);
  } catch (detail) {
    showTrouble(detail);
  }
}

function add(id, card) {
  cards.set(id, card);
  if (!card.element.isConnected) $("running").prepend(card.element);
  $("running-empty").hidden = true;
}

function remove(id) {
  const card = cards.get(id);
  live.forget(id);
  cards.delete(id);
  if (![...cards.values()].includes(card)) card?.element.remove();
  $("running-empty").hidden = cards.size > 0;
}

/** News of an upload. */
function take(view) {
  const card = cards.get(view.upload_id);
  if (!card) return;
  const before = card.status;
  card.update(view);
  if (before !== view.status) {
    $("announce").textContent = t("announce", { title: card.title, state: t(view.status) });
    if (isOver(view.status)) remove(view.upload_id);
    refresh();
  }
}

async function submit(video) {
  const { file, url, metadata } = video;
  const card = new Card(metadata.title, refresh);
  const key = {};
  add(key, card);
  sending++;
  try {
    const accepted = file ? await send(file, metadata, card) : await api.uploadUrl(url, metadata);
    remove(accepted.upload_id); // a refresh that was under way may have been faster
    add(accepted.upload_id, card);
    $("running-title").scrollIntoView({ block: "nearest" });
  } catch (detail) {
    if (detail.code !== "aborted") {
      restoreForm(video);
      showProblem({ text: `${metadata.title}: ${refusal(detail)}` });
    }
  }
  sending--;
  remove(key);
  await refresh();
}

function send(file, metadata, card) {
  const sending = api.uploadFile(file, metadata, (done, all) => card.sent(done, all));
  card.abort = sending.abort;
  card.sent(0, file.size);
  return sending.accepted;
}

function translate() {
  translatePage();
  $("language").textContent = t("otherLanguage");
  $("language").lang = t("otherLanguage") === "English" ? "en" : "ko";
  $("language").setAttribute("aria-label", t("otherLanguageLabel"));
  showFile();
  for (const card of cards.values()) card.render();
}

prepareForm(submit);
$("language").onclick = () => {
  switchLanguage();
  translate();
  if (!$("desk").hidden) refresh();
};
$("sign-out").onclick = async () => {
  await api.signOut();
  location.assign("/");
};
setInterval(() => $("desk").hidden || refresh(), 30000);
start();
