// Follows uploads: the first few by server-sent events, the rest by asking. A browser keeps six
// connections to one server, and the uploads themselves need some.
import * as api from "./api.js";
import { isOver } from "./card.js";

const STREAMS = 3;
const ASK_EVERY = 2000;

export class Live {
  constructor(onView) {
    this.onView = onView;
    this.streams = new Map();
    this.asked = new Set();
    setInterval(() => this.ask(), ASK_EVERY);
  }

  follow(id) {
    if (this.streams.has(id)) return;
    if (this.streams.size >= STREAMS) {
      this.asked.add(id);
      return;
    }
    this.asked.delete(id);
    const stream = new EventSource("/api/youtube/events/" + id);
    stream.addEventListener("status", event => this.take(JSON.parse(event.data)));
    // EventSource tries again by itself, but not after a refusal.
    stream.onerror = () => stream.readyState === EventSource.CLOSED && this.fallBack(id);
    this.streams.set(id, stream);
  }

  take(view) {
    if (isOver(view.status)) this.forget(view.upload_id);
    this.onView(view);
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
      // The next round asks again.
    }
  }
}
