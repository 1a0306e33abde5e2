import { xchacha20poly1305 } from "@noble/ciphers/chacha.js";
import { storedKeys, tryStorage } from "@/lib/browser-storage";

/** Unsaved text in this browser's storage, sealed with a key that only the member's own pages have. */

const mark = "sealed1.";
const nonceBytes = 24;

// Not WebCrypto: it is asynchronous, but a page that closes must have stored its last letter, and it is unavailable
// over http.
const kinds = ["sora.draft", "sora.review", "sora.appeal", "sora.decisions"];

let open: { memberId: string; key: Uint8Array } | null = null;

const toBytes = (base64: string) =>
  Uint8Array.from(atob(base64.replaceAll("-", "+").replaceAll("_", "/")), (char) => char.charCodeAt(0));

function toBase64(bytes: Uint8Array): string {
  let text = "";
  // In chunks: a call has a limit on arguments.
  for (let at = 0; at < bytes.length; at += 8_192)
    text += String.fromCharCode(...bytes.subarray(at, at + 8_192));
  return btoa(text);
}

const cipher = (key: Uint8Array, nonce: Uint8Array, name: string) =>
  xchacha20poly1305(key, nonce, new TextEncoder().encode(name));

function seal(key: Uint8Array, name: string, text: string): string {
  const nonce = crypto.getRandomValues(new Uint8Array(nonceBytes));
  const sealed = cipher(key, nonce, name).encrypt(new TextEncoder().encode(text));
  return `${mark}${toBase64(nonce)}.${toBase64(sealed)}`;
}

/**
 * `key`: draftKeyOf(). Null when nobody is signed in: then nothing is read or stored. Also seals what older releases
 * stored unsealed.
 */
export function unlockDrafts(member: { memberId: string; key: string } | null): void {
  if (open?.memberId === member?.memberId) return;
  open = member && { memberId: member.memberId, key: toBytes(member.key) };
  for (const name of listDrafts()) {
    const kept = readStored(name);
    if (kept && !kept.startsWith(mark)) writeDraft(name, kept);
  }
}

/** The sealed text, to detect a write of another tab. */
export const readStored = (name: string) => tryStorage((storage) => storage.getItem(name)) ?? null;

export function readDraft(name: string): string | null {
  const kept = readStored(name);
  if (!open || !kept?.startsWith(mark)) return null;
  try {
    const [nonce = "", sealed = ""] = kept.slice(mark.length).split(".");
    return new TextDecoder().decode(cipher(open.key, toBytes(nonce), name).decrypt(toBytes(sealed)));
  } catch {
    return null;
  }
}

export function writeDraft(name: string, text: string): string | null {
  if (!open) return null;
  const sealed = seal(open.key, name, text);
  return tryStorage((storage) => storage.setItem(name, sealed) === undefined) ? sealed : null;
}

export const removeDraft = (name: string) => void tryStorage((storage) => storage.removeItem(name));

export function listDrafts(): string[] {
  const { memberId } = open ?? {};
  return memberId === undefined ? [] : kinds.flatMap((kind) => storedKeys(`${kind}:${memberId}:`));
}
