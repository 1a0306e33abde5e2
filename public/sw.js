// Sora's service worker. It shows what is pushed and opens what is tapped; it keeps no page and answers no request.

self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));

self.addEventListener("push", (event) => event.waitUntil(show(event.data)));

async function show(data) {
  const message = read(data);
  const { title, body } = message.texts?.[languageOf(message)] ?? {};
  // Browsers insist that every push is shown, also one that cannot be read.
  await self.registration.showNotification(title ?? "Sora", {
    body: body ?? "",
    tag: message.tag ?? "sora",
    renotify: true,
    lang: languageOf(message),
    icon: "/icon-512.png",
    data: { url: message.url ?? "/notices" },
  });
}

function read(data) {
  try {
    return data?.json() ?? {};
  } catch {
    return {};
  }
}

function languageOf({ locale }) {
  return locale ?? (self.navigator.language.startsWith("ko") ? "ko" : "en");
}

self.addEventListener("notificationclick", (event) => {
  event.notification.close();
  event.waitUntil(open(new URL(event.notification.data?.url ?? "/notices", self.location.origin)));
});

async function open(url) {
  if (url.origin !== self.location.origin) return;
  const tabs = await self.clients.matchAll({ type: "window", includeUncontrolled: true });
  const there = tabs.find((tab) => new URL(tab.url).pathname === url.pathname);
  if (there) {
    await there.focus();
    return;
  }
  // Not in a tab that is open: someone may be writing in it.
  await self.clients.openWindow(url.href);
}

// The browser changed its address with the push service.
self.addEventListener("pushsubscriptionchange", (event) => event.waitUntil(renew(event)));

async function renew({ oldSubscription, newSubscription }) {
  if (!oldSubscription) return;
  const { applicationServerKey } = oldSubscription.options;
  const subscription =
    newSubscription ??
    (await self.registration.pushManager.subscribe({ userVisibleOnly: true, applicationServerKey }));
  const { endpoint, keys } = subscription.toJSON();
  await fetch("/api/push/subscriptions", {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ endpoint, keys, replaces: oldSubscription.endpoint }),
  });
}
