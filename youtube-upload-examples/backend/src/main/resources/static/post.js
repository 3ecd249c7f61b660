// The browser's leg: a file on its way to the service, by tus, from the byte that the service has.
import * as api from "./api.js";

const RETRIES = [0, 1000, 2000, 4000, 8000, 10000, 10000, 10000];
const STALL = 45000;

export class Post {
  /** state: waiting, sending, resting (its owner paused it), broken, refused, arrived */
  constructor(file, location, received, onChange) {
    Object.assign(this, { file, location, received, onChange });
    this.state = "waiting";
    this.done = received;
    this.speed = 0;
  }

  get all() {
    return this.file.size;
  }

  async start() {
    this.become("sending");
    try {
      if (this.received === 0) await api.sendHead(this.location, this.file);
      this.received = Math.max(this.received, 1);
    } catch (detail) {
      // A busy or longer part is for tus to look at.
      if (!["wrong_offset", "part_busy"].includes(detail.code)) return this.fail(detail);
    }
    if (this.state !== "sending") return;
    this.begun = { at: performance.now(), done: null };
    this.upload = new window.tus.Upload(this.file, {
      uploadUrl: this.location,
      retryDelays: RETRIES,
      storeFingerprintForResuming: false,
      onProgress: done => this.progress(done),
      onSuccess: () => this.become("arrived"),
      onError: error => this.fail(detailOf(error)),
    });
    this.upload.start();
    this.watch();
  }

  progress(done) {
    const now = performance.now();
    this.begun.done ??= done;
    const seconds = (now - this.begun.at) / 1000;
    this.done = done;
    this.speed = seconds > 0.3 ? (done - this.begun.done) / seconds : 0;
    this.watch();
    this.onChange(this);
  }

  /** A connection can be dead without saying so. */
  watch() {
    clearTimeout(this.stall);
    this.stall = setTimeout(async () => {
      if (this.state !== "sending") return;
      await this.upload.abort();
      this.upload.start();
      this.watch();
    }, STALL);
  }

  fail(detail) {
    this.problem = detail;
    this.become(detail.code === "connection_lost" || detail.code === "part_busy" ? "broken" : "refused");
  }

  rest() {
    this.upload?.abort();
    this.become("resting");
  }

  end() {
    this.upload?.abort();
    this.become("ended");
  }

  become(state) {
    clearTimeout(this.stall);
    this.state = state;
    if (state !== "broken" && state !== "refused") this.problem = null;
    if (state === "arrived") this.done = this.all;
    this.speed = 0;
    this.onChange(this);
  }
}

function detailOf(error) {
  const answer = error.originalResponse;
  if (!answer) return api.lost();
  if (answer.getStatus() === 423) return { code: "part_busy", message: "" };
  return api.parsed(answer.getBody())?.detail ?? (answer.getStatus() === 404 ? { code: "unknown_upload", message: "" } : api.lost());
}
