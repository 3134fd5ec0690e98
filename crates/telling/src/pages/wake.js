// Asks this browser whether it may be woken, and brings its answer home in an ordinary form.
const form = document.getElementById("wake");
if (form && "serviceWorker" in navigator && "PushManager" in window) {
  form.hidden = false;
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    try {
      const key = atob(form.dataset.key.replaceAll("-", "+").replaceAll("_", "/"));
      await navigator.serviceWorker.register("/wake-worker.js");
      const worker = await navigator.serviceWorker.ready;
      const place = await worker.pushManager.subscribe({
        userVisibleOnly: true,
        applicationServerKey: Uint8Array.from(key, (letter) => letter.charCodeAt(0)),
      });
      form.elements.place.value = place.endpoint;
      form.submit();
    } catch {
      document.getElementById("wake-no").hidden = false;
    }
  });
}
