// A file that was chosen and not sent yet, with its title and what it has of its own.
import { bytes } from "./format.js";
import { t, translate } from "./texts.js";

export class Draft {
  constructor(file, title, onMove) {
    this.file = file;
    this.element = document.getElementById("draft-template").content.firstElementChild.cloneNode(true);
    this.find(".draft-title").value = title ?? file.name.replace(/\.[^.]+$/, "").slice(0, 100);
    this.find(".up").onclick = () => onMove(this, -1);
    this.find(".down").onclick = () => onMove(this, 1);
    this.find(".drop-out").onclick = () => onMove(this, 0);
    this.render(1, 0);
  }

  find(selector) {
    return this.element.querySelector(selector);
  }

  render(count, index) {
    translate(this.element);
    this.find(".draft-file").textContent = `${this.file.name} · ${bytes(this.file.size)}`;
    this.find(".own").hidden = count < 2;
    this.button(".up", "moveUp", index > 0);
    this.button(".down", "moveDown", index < count - 1);
    this.button(".drop-out", "removeDraft", true);
  }

  button(selector, action, shown) {
    const button = this.find(selector);
    button.hidden = !shown;
    button.textContent = t(action);
    button.setAttribute("aria-label", t("ofTitle", { action: t(action), title: this.file.name }));
  }

  get title() {
    return this.find(".draft-title").value;
  }

  /** What is shared, with its own in place of it. */
  metadata(shared) {
    const own = { title: this.title };
    for (const name of ["description", "tags", "privacy"]) {
      const value = this.find(".own-" + name).value;
      if (value) own[name] = value;
    }
    const all = { ...shared, ...own };
    if (own.privacy) delete all.publish_at;
    return all;
  }

  problem(text) {
    this.find(".draft-error").textContent = text;
    this.find(".draft-title").setAttribute("aria-invalid", text !== "");
  }
}
