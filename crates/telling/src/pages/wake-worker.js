// Woken: says that there is something, and nothing of what it is.
self.addEventListener("push", (event) => {
  const lang = navigator.language.startsWith("es") ? "es" : "en";
  event.waitUntil(self.registration.showNotification(WORDS[lang], { tag: "something", lang }));
});
self.addEventListener("notificationclick", (event) => {
  event.notification.close();
  event.waitUntil(self.clients.openWindow("/today"));
});
