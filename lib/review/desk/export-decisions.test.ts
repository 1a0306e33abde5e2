import { expect, test } from "vitest";

import { newScene } from "../../../test/review-scene.ts";
import { prisma } from "../../db.ts";
import { decisionColumns, exportDecisions } from "./export-decisions.ts";

test("a decision is exported with its judge: model, server and version of the prompt", async () => {
  const scene = await newScene();
  const review = await prisma.review.create({ data: { authorId: scene.authorId, gymId: scene.gymId } });
  const { id: revisionId } = await prisma.reviewRevision.create({
    data: { reviewId: review.id, number: 1, stars: 4, body: "좋아요", bodyHash: "", locale: "ko" },
  });
  const verdict = { revisionId, decision: "APPROVE", policyVersion: 1 } as const;
  const judge = { model: "m-1", modelHost: "models.test:8000", promptVersion: "0123456789ab" };
  await prisma.verdict.create({ data: { ...verdict, attempt: 1, decidedBy: "MODEL", ...judge } });
  await prisma.verdict.create({ data: { ...verdict, attempt: 2, decidedBy: "MODERATOR" } });

  const range = { from: new Date(Date.now() - 60_000), until: new Date(Date.now() + 60_000) };
  const pages = await Array.fromAsync(exportDecisions(range));
  const records = pages
    .flat()
    .filter((row) => row.revisionId === revisionId)
    .map((row) =>
      Object.fromEntries(Object.entries(decisionColumns).map(([name, read]) => [name, read(row)])),
    );
  expect(records).toMatchObject([
    { decided_by: "MODEL", model: "m-1", model_server: "models.test:8000", prompt_version: "0123456789ab" },
    { decided_by: "MODERATOR", model: null, model_server: null, prompt_version: null },
  ]);
});
