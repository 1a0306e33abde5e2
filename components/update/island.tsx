"use client";

import { useTranslations } from "next-intl";
import { unstable_rethrow } from "next/navigation";
import { Component, type ReactNode } from "react";
import { NoticeBox } from "@/components/ui/notice-box";
import { ReloadButton } from "./reload-button";
import { askServerBuild } from "./server-build";

type Props = {
  fallback?: ReactNode;
  children: ReactNode;
};

/** Limits a failure, usually a missing script after a deploy, to this part of the page. */
export class Island extends Component<Props, { hasFailed: boolean }> {
  override state = { hasFailed: false };

  static getDerivedStateFromError(error: unknown) {
    unstable_rethrow(error);
    return { hasFailed: true };
  }

  override componentDidCatch() {
    void askServerBuild();
  }

  override render() {
    const { fallback = <FailedPart />, children } = this.props;
    return this.state.hasFailed ? fallback : children;
  }
}

function FailedPart() {
  const t = useTranslations("ui.update");
  return <NoticeBox action={<ReloadButton />}>{t("failedPart")}</NoticeBox>;
}
