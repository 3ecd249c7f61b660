// Puts the page together. START HERE.
import * as api from "./api.js";
import { Card, isOver, signInAgain } from "./card.js";
import { acceptDrops } from "./drop.js";
import { addFiles, allowSubmit, clearForm, prepareForm, removeDraft, renderForm, showProblem } from "./form.js";
import { clock } from "./format.js";
import { copyLink, showHistory } from "./history.js";
import { Live } from "./live.js";
import { showOverall } from "./overall.js";
import { drop, enqueue, goOn, goOnWithBroken, onPostChange } from "./queue.js";
import { showQuota } from "./quota.js";
import { listen, tell } from "./tabs.js";
import { refusal, switchLanguage, t, translatePage } from "./texts.js";

const $ = id => document.getElementById(id);
const cards = new Map();
const dismissed = new Set();
const live = new Live(take, () => refresh());
const TRY_AGAIN = 3000;
let lostSince = null;
let refreshing = null;

const hands = {
  changed,
  copy: card => copyLink(card.view.video_url),
  goOn: card => goOn(card.post),
  pick: card => pickFor(card),
  retry: card => card.again().then(() => hands.dismiss(card)),
  forget: async card => {
    drop(card.id);
    await api.forgetPart(card.id).catch(() => {});
    dismissed.add(card.id);
    remove(card.id);
    changed();
  },
  dismiss: card => {
    dismissed.add(card.id);
    remove(card.id);
    refresh();
  },
};

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

/** Says why the page cannot be trusted, on every card too; null takes it back. */
function showTrouble(detail) {
  const before = lostSince;
  if (detail) {
    const ended = detail.code === "unauthenticated";
    $("notice").replaceChildren(...(ended ? [t("sessionEnded") + " ", signInAgain()] : [refusal(detail)]));
    lostSince ??= new Date().toISOString();
  } else {
    lostSince = null;
  }
  if (detail || before) $("notice").hidden = !detail;
  for (const card of cards.values()) {
    card.lostSince = lostSince && clock(lostSince);
    if (lostSince || before) card.render();
  }
  if (before && !detail) goOnWithBroken();
}

/** Asks the service for everything that may have changed; one question at a time. */
function refresh() {
  refreshing ??= load().finally(() => (refreshing = null));
  return refreshing;
}

async function load() {
  if ($("desk").hidden) return;
  try {
    const [quota, views, parts] = await Promise.all([api.quota(), api.uploads(), api.parts()]);
    showQuota(quota);
    allowSubmit(quota);
    showTrouble(null);
    for (const view of views) {
      const card = cards.get(view.upload_id) ?? (isOver(view.status) ? null : add(view.upload_id, view.title));
      card?.update(view);
      if (card && !isOver(view.status)) live.follow(view.upload_id);
    }
    showParts(parts, views);
    showHistory(views.filter(view => isOver(view.status) && !cards.has(view.upload_id)), refresh);
    showOverall([...cards.values()]);
  } catch (detail) {
    showTrouble(detail);
    setTimeout(refresh, TRY_AGAIN);
  }
}

/** What has not arrived whole; without its file here, its owner is asked for it. */
function showParts(parts, views) {
  for (const part of parts.filter(each => !dismissed.has(each.upload_id))) {
    const card = cards.get(part.upload_id) ?? add(part.upload_id, part.title);
    card.part = part;
    card.render();
  }
  const known = new Set([...parts, ...views].map(each => each.upload_id));
  for (const [id, card] of cards) if (!known.has(id) && !card.post) remove(id);
}

function add(id, title) {
  const card = new Card(id, title, hands);
  cards.set(id, card);
  $("running").append(card.element);
  $("running-empty").hidden = true;
  return card;
}

function remove(id) {
  live.forget(id);
  drop(id);
  cards.get(id)?.element.remove();
  cards.delete(id);
  $("running-empty").hidden = cards.size > 0;
  showOverall([...cards.values()]);
}

/** News of an upload. */
function take(view) {
  const card = cards.get(view.upload_id);
  if (!card) return;
  const before = card.status;
  card.update(view);
  showOverall([...cards.values()]);
  if (before !== view.status) {
    $("announce").textContent = t("announce", { title: card.title, state: t(view.status) });
    refresh();
  }
}

function changed() {
  tell("changed");
  return refresh();
}

onPostChange((id, post) => {
  const card = cards.get(id);
  if (!card) return;
  card.post = post;
  card.render();
  showOverall([...cards.values()]);
  if (post.state === "arrived") changed();
});

async function submit({ url, metadata, drafts }) {
  if (url) {
    if (await sendUrl(url, metadata)) clearForm();
  } else {
    for (const each of drafts) each.draft.element.inert = true;
    for (const { draft, file, metadata } of drafts) {
      const refused = await sendFile(file, metadata);
      draft.element.inert = false;
      draft.problem(refused ? refusal(refused) : "");
      if (!refused) removeDraft(draft);
    }
  }
  $("running-title").scrollIntoView({ block: "nearest" });
  await changed();
}

async function sendUrl(url, metadata) {
  try {
    const accepted = await api.uploadUrl(url, metadata);
    const card = cards.get(accepted.upload_id) ?? add(accepted.upload_id, metadata.title);
    card.metadata = metadata;
    card.again = () => sendUrl(url, metadata).then(changed);
    return true;
  } catch (detail) {
    showProblem({ text: `${metadata.title}: ${refusal(detail)}` });
    return false;
  }
}

/** Announces a file and queues it. Gives the refusal, if it is refused. */
async function sendFile(file, metadata) {
  try {
    const part = await api.announce(file, metadata);
    const card = cards.get(part.upload_id) ?? add(part.upload_id, metadata.title);
    card.metadata = metadata;
    card.again = () => sendFile(file, metadata).then(changed);
    card.post = enqueue(file, part.location, part.upload_id);
    card.render();
    return null;
  } catch (detail) {
    return detail;
  }
}

/** Files that were dropped: the rest of a broken post goes on, the others are new. */
function takeFiles(files) {
  const fresh = files.filter(file => {
    const card = [...cards.values()].find(each => each.status === "post_part" && isFileOf(each.part, file));
    if (card) goOnWith(card, file);
    return !card;
  });
  if (fresh.length) addFiles(fresh);
}

function pickFor(card) {
  const input = Object.assign(document.createElement("input"), { type: "file", className: "pick-file", hidden: true });
  input.onchange = () => {
    const file = input.files[0];
    if (isFileOf(card.part, file)) goOnWith(card, file);
    else card.say(t("anotherFile", { name: card.part.file_name }));
    input.remove();
  };
  card.element.append(input);
  input.click();
}

const isFileOf = (part, file) =>
  part.file_name === file.name && part.bytes_total === file.size && (!part.last_modified || part.last_modified === String(file.lastModified));

function goOnWith(card, file) {
  card.post = enqueue(file, card.part.location, card.id, card.part.bytes_received);
  card.render();
}

function translate() {
  translatePage();
  $("language").textContent = t("otherLanguage");
  $("language").lang = t("otherLanguage") === "English" ? "en" : "ko";
  $("language").setAttribute("aria-label", t("otherLanguageLabel"));
  renderForm();
  for (const card of cards.values()) card.render();
}

prepareForm(submit);
acceptDrops(takeFiles);
listen(news => {
  if (news === "left") location.assign("/");
  else if (news.view) take(news.view);
  else refresh();
});
$("language").onclick = () => {
  switchLanguage();
  translate();
  refresh();
};
$("sign-out").onclick = async () => {
  await api.signOut();
  tell("left");
  location.assign("/");
};
setInterval(refresh, 30000);
start();
