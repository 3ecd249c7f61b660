// Follows uploads: the first few by server-sent events, the rest by asking. A browser keeps six
// connections to one server for all its windows together, so only one window has streams, and it
// tells the others.
import * as api from "./api.js";
import { isOver } from "./card.js";
import { tell } from "./tabs.js";

const STREAMS = 2;
const ASK_EVERY = 2000;

export class Live {
  constructor(onView, onTrouble) {
    this.onView = onView;
    this.onTrouble = onTrouble;
    this.streams = new Map();
    this.asked = new Set();
    setInterval(() => this.ask(), ASK_EVERY);
    navigator.locks?.request("upload-desk-live", () => {
      this.leads = true;
      return new Promise(() => {}); // until the window closes
    });
  }

  follow(id) {
    if (this.streams.has(id)) return;
    if (!this.leads || this.streams.size >= STREAMS) {
      this.asked.add(id);
      return;
    }
    this.asked.delete(id);
    const stream = new EventSource("/api/youtube/events/" + id);
    stream.addEventListener("status", event => this.take(JSON.parse(event.data)));
    stream.onerror = () => {
      // EventSource tries again by itself, but not after a refusal.
      if (stream.readyState === EventSource.CLOSED) this.fallBack(id);
      this.onTrouble();
    };
    this.streams.set(id, stream);
  }

  take(view) {
    if (isOver(view.status)) this.forget(view.upload_id);
    this.onView(view);
    tell({ view });
  }

  forget(id) {
    this.streams.get(id)?.close();
    this.streams.delete(id);
    this.asked.delete(id);
  }

  fallBack(id) {
    this.streams.delete(id);
    this.asked.add(id);
  }

  async ask() {
    if (this.asked.size === 0) return;
    try {
      for (const view of await api.uploads()) {
        if (this.asked.has(view.upload_id)) this.take(view);
      }
    } catch {
      this.onTrouble();
    }
  }
}
