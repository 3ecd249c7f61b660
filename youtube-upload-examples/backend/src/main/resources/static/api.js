// The calls to the service. A refusal is thrown as {code, message}.
import { t } from "./texts.js";

async function call(path, options = {}) {
  let answer;
  try {
    answer = await fetch("/api/youtube" + path, options);
  } catch {
    throw { code: "connection_lost", message: t("connectionLost") };
  }
  const body = answer.status === 204 ? null : await answer.json();
  if (!answer.ok) {
    throw body.detail;
  }
  return body;
}

export const me = () => call("/me");
export const quota = () => call("/quota");
export const uploads = () => call("/uploads");
export const signOut = () => call("/signout", { method: "POST" });
export const pause = id => call("/pause/" + id, { method: "POST" });
export const resume = id => call("/resume/" + id, { method: "POST" });
export const reconcile = id => call("/reconcile/" + id, { method: "POST" });
export const cancel = id => call("/cancel/" + id, { method: "DELETE" });

export function uploadUrl(videoUrl, metadata) {
  return call("/upload", {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ videoUrl, metadata }),
  });
}

/** Sends a file; fetch tells no progress of what it sends, so this is an XMLHttpRequest. */
export function uploadFile(file, metadata, onProgress) {
  const request = new XMLHttpRequest();
  const form = new FormData();
  form.append("metadata_json", JSON.stringify(metadata));
  form.append("file", file, file.name);
  const accepted = new Promise((resolve, reject) => {
    request.upload.onprogress = event => onProgress(event.loaded, event.total);
    request.onerror = () => reject({ code: "connection_lost", message: t("connectionLost") });
    request.onabort = () => reject({ code: "aborted", message: "" });
    request.onload = () => {
      const body = request.response;
      if (request.status === 200 && body) {
        resolve(body);
      } else {
        reject(body?.detail ?? { code: "connection_lost", message: t("connectionLost") });
      }
    };
  });
  request.responseType = "json";
  request.open("POST", "/api/youtube/upload");
  request.send(form);
  return { accepted, abort: () => request.abort() };
}
