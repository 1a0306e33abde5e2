"use server";

import { revalidatePath } from "next/cache";
import { action } from "../action.ts";
import { requireViewer } from "../auth/viewer.ts";
import { replyIdSchema } from "./schema.ts";
import { takeBackReply } from "./share-reply.ts";

export const takeBackReplyAction = action([], async (form: FormData) => {
  const viewer = await requireViewer();
  const replyId = replyIdSchema.safeParse(form.get("replyId"));
  if (!replyId.success) return;
  await takeBackReply({ authorId: viewer.id, replyId: replyId.data });
  revalidatePath("/settings");
});
