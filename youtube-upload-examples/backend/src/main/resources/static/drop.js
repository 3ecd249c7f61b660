// Files may be dropped anywhere: a drop beside the box would leave the page, and end what is sent.
export function acceptDrops(onFiles) {
  const veil = document.getElementById("drop-veil");
  const carriesFiles = event => event.dataTransfer?.types.includes("Files");
  document.addEventListener("dragover", event => {
    if (!carriesFiles(event)) return;
    event.preventDefault();
    veil.hidden = document.getElementById("desk").hidden;
  });
  document.addEventListener("dragleave", event => {
    if (!event.relatedTarget) veil.hidden = true;
  });
  document.addEventListener("drop", event => {
    if (!carriesFiles(event)) return;
    event.preventDefault();
    veil.hidden = true;
    if (!document.getElementById("desk").hidden) onFiles([...event.dataTransfer.files]);
  });
}
