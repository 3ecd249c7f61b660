// The calls to the service. A refusal is thrown as {code, message}.
import { t } from "./texts.js";

export const lost = () => ({ code: "connection_lost", message: t("connectionLost") });

async function ask(path, options) {
  let answer;
  try {
    answer = await fetch("/api/youtube" + path, options);
  } catch {
    throw lost();
  }
  // A proxy in front of a dead service answers in its own words.
  const text = await answer.text().catch(() => "");
  const body = parsed(text);
  if (!answer.ok) throw body?.detail ?? lost();
  return { answer, body };
}

export function parsed(text) {
  try {
    return text ? JSON.parse(text) : null;
  } catch {
    return null;
  }
}

const call = async (path, options = {}) => (await ask(path, options)).body;

export const me = () => call("/me");
export const quota = () => call("/quota");
export const uploads = () => call("/uploads");
export const parts = () => call("/resumable");
export const signOut = () => call("/signout", { method: "POST" });
export const pause = id => call("/pause/" + id, { method: "POST" });
export const resume = id => call("/resume/" + id, { method: "POST" });
export const reconcile = id => call("/reconcile/" + id, { method: "POST" });
export const cancel = id => call("/cancel/" + id, { method: "DELETE" });

const TUS = { "Tus-Resumable": "1.0.0" };

export const forgetPart = id => call("/resumable/" + id, { method: "DELETE", headers: TUS });

export function uploadUrl(videoUrl, metadata) {
  return call("/upload", {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ videoUrl, metadata }),
  });
}

/** Announces a file: what would be refused is refused now. Gives where the bytes go. */
export async function announce(file, metadata) {
  const said = { filename: file.name, lastmodified: String(file.lastModified), metadata_json: JSON.stringify(metadata) };
  const { answer } = await ask("/resumable", {
    method: "POST",
    headers: {
      ...TUS,
      "Upload-Length": String(file.size),
      "Upload-Metadata": Object.entries(said).map(([key, value]) => key + " " + base64(value)).join(","),
    },
  });
  const location = answer.headers.get("Location");
  return { location, upload_id: location.split("/").at(-1) };
}

/** Sends the first bytes by themselves: a refusal of the content is readable, and soon. */
export async function sendHead(location, file) {
  await ask(location.replace("/api/youtube", ""), {
    method: "PATCH",
    headers: { ...TUS, "Upload-Offset": "0", "Content-Type": "application/offset+octet-stream" },
    body: file.slice(0, 4096),
  });
}

function base64(text) {
  return btoa(String.fromCharCode(...new TextEncoder().encode(text)));
}
