// The files of this page: one is sent at a time, in their order, so that the first is there first.
import { Post } from "./post.js";

export const posts = new Map();
let onPost = () => {};

export function onPostChange(listener) {
  onPost = listener;
}

export function enqueue(file, location, id, received = 0) {
  const post = new Post(file, location, received, changed => {
    onPost(id, changed);
    if (changed.state !== "sending") next();
  });
  posts.set(id, post);
  next();
  return post;
}

export function goOn(post) {
  post.become("waiting");
}

/** What broke may go well now. */
export function goOnWithBroken() {
  for (const post of posts.values()) if (post.state === "broken") goOn(post);
}

export function drop(id) {
  posts.get(id)?.end();
  posts.delete(id);
  next();
}

export const unsent = () => [...posts.values()].some(post => ["waiting", "sending", "broken", "resting"].includes(post.state));

function next() {
  const all = [...posts.values()];
  if (all.some(post => post.state === "sending")) return;
  all.find(post => post.state === "waiting")?.start();
}

window.addEventListener("online", goOnWithBroken);
window.addEventListener("beforeunload", event => unsent() && event.preventDefault());
