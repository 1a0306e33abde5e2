"use client";

import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { NoticeBox } from "@/components/ui/notice-box";
import { removeDevice, saveSubscription, testDevice } from "./push-api";
import { findSubscription, subscribe } from "./push-device";
import { forgetDevices } from "./push-memory";
import { useThisDevice } from "./use-this-device";

type Device = { id: string; name: string; since: string; fingerprint: string };
type Outcome = "failed" | "offFailed" | "testSent" | "testGone" | "testFailed";

export function PushDevices({
  memberId,
  publicKey,
  devices,
}: {
  memberId: string;
  publicKey: string;
  devices: Device[];
}) {
  const t = useTranslations("notice.push");
  const router = useRouter();
  const here = useThisDevice();
  const [busy, setBusy] = useState<string>();
  const [outcome, setOutcome] = useState<Outcome>();
  const thisDevice = devices.find(({ fingerprint }) => fingerprint === here.fingerprint);

  /** `work` returns the message to show; null when the page shows the result. */
  async function run(name: string, work: () => Promise<Outcome | null>) {
    setBusy(name);
    setOutcome(undefined);
    setOutcome((await work()) ?? undefined);
    setBusy(undefined);
    router.refresh();
  }

  const turnOn = () =>
    run("on", async () => {
      try {
        const subscription = await subscribe(publicKey);
        await here.look();
        if (!subscription) return null; // refused by the person: `denied`, or unchanged in some browsers
        return (await saveSubscription(memberId, subscription)) ? null : "failed";
      } catch {
        return "failed"; // the browser has no push service or could not reach it
      }
    });

  const remove = (device: Device) =>
    run(`remove ${device.id}`, async () => {
      if (!(await removeDevice(memberId, device.id))) return "offFailed";
      if (device === thisDevice) {
        forgetDevices();
        await (await findSubscription())?.unsubscribe().catch(() => false);
      }
      await here.look();
      return null;
    });

  const test = (device: Device) =>
    run(`test ${device.id}`, async () => {
      const result = await testDevice(memberId, device.id);
      return ({ SENT: "testSent", GONE: "testGone", FAILED: "testFailed" } as const)[result];
    });

  return (
    <div className="grid gap-4">
      {here.state === "unknown" && <div className="h-11" />}
      {here.state === "unsupported" && <NoticeBox>{t("unsupported")}</NoticeBox>}
      {here.state === "denied" && !thisDevice && <NoticeBox>{t("denied")}</NoticeBox>}
      {here.state === "ready" && !thisDevice && (
        <Button className="justify-self-start" pending={busy === "on"} onClick={turnOn}>
          {t("turnOn")}
        </Button>
      )}
      {thisDevice && (
        <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
          <p>{t("isOn")}</p>
          <Button
            variant="secondary"
            pending={busy === `remove ${thisDevice.id}`}
            onClick={() => remove(thisDevice)}
          >
            {t("turnOff")}
          </Button>
        </div>
      )}
      <div role="status" className="text-sm text-ink-soft empty:hidden">
        {outcome && t(outcome)}
      </div>
      {devices.length > 0 && (
        <div>
          <h4 className="text-sm font-medium">{t("devices")}</h4>
          <ul className="mt-1 grid">
            {devices.map((device) => (
              <li
                key={device.id}
                className="flex flex-wrap items-center gap-x-3 border-b border-line py-2 last:border-0"
              >
                <div className="min-w-40 flex-1">
                  <p className="wrap-anywhere">{device.name}</p>
                  <p className="text-sm text-ink-faint">
                    {[device === thisDevice && t("thisDevice"), device.since].filter(Boolean).join(" · ")}
                  </p>
                </div>
                <Button
                  variant="quiet"
                  aria-label={t("testDevice", { device: device.name })}
                  pending={busy === `test ${device.id}`}
                  onClick={() => test(device)}
                >
                  {t("test")}
                </Button>
                {device !== thisDevice && (
                  <Button
                    variant="quiet"
                    aria-label={t("removeDevice", { device: device.name })}
                    pending={busy === `remove ${device.id}`}
                    onClick={() => remove(device)}
                  >
                    {t("remove")}
                  </Button>
                )}
              </li>
            ))}
          </ul>
        </div>
      )}
    </div>
  );
}
