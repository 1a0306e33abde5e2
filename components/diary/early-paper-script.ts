import { memberHeader } from "@/lib/auth/member-header";

/** Runs while the page is parsed: it can be written in before any other script has loaded. */
export const earlyPaperScript = `
for (const paper of document.querySelectorAll("textarea[data-save]")) {
  paper.isTextShown = true;
  paper.value = paper.dataset.text;
  addEventListener("pagehide", () => {
    const body = paper.value;
    if (paper.isTaken || body === paper.dataset.text || !body.trim()) return;
    const { path, memberId, baseUpdatedAt } = JSON.parse(paper.dataset.save);
    const headers = { "content-type": "application/json", "${memberHeader}": memberId };
    fetch(path, { method: "PUT", keepalive: true, headers, body: JSON.stringify({ body, baseUpdatedAt }) });
  });
}`;
