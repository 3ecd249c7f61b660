// What one window of this page learns, the others learn at once.
const channel = new BroadcastChannel("upload-desk");

export const tell = news => channel.postMessage(news);

export function listen(onNews) {
  channel.onmessage = event => onNews(event.data);
}
