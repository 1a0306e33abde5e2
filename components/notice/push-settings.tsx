import { getFormatter, getTranslations } from "next-intl/server";
import { NoticeBox } from "@/components/ui/notice-box";
import type { UserId } from "@/lib/auth/user-id";
import { listDevices, listOptOuts } from "@/lib/notice/push-data";
import { noticeKinds } from "@/lib/notice/schema";
import { vapidDetails } from "@/lib/notice/vapid";
import { PushDevices } from "./push-devices";
import { PushKindsForm } from "./push-kinds-form";

export async function PushSettings({ memberId }: { memberId: UserId }) {
  const [t, format, devices, optOuts] = await Promise.all([
    getTranslations("notice.push"),
    getFormatter(),
    listDevices(memberId),
    listOptOuts(memberId),
  ]);
  const publicKey = vapidDetails()?.publicKey;
  if (!publicKey) return <NoticeBox>{t("unavailable")}</NoticeBox>;

  return (
    <>
      <PushDevices
        memberId={memberId}
        publicKey={publicKey}
        devices={devices.map(({ id, name, createdAt, fingerprint }) => ({
          id,
          name: name || t("unknownDevice"),
          since: t("since", { date: format.dateTime(createdAt, { dateStyle: "medium" }) }),
          fingerprint,
        }))}
      />
      <PushKindsForm kinds={noticeKinds} wanted={noticeKinds.filter((kind) => !optOuts.includes(kind))} />
    </>
  );
}
