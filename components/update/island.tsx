"use client";

import { useTranslations } from "next-intl";
import { unstable_rethrow } from "next/navigation";
import { Component, type ReactNode } from "react";
import { NoticeBox } from "@/components/ui/notice-box";
import { ReloadButton } from "./reload-button";
import { askServerBuild } from "./server-build";

type Props = {
  /** What is shown in its place; nothing for `null`. */
  fallback?: ReactNode;
  children: ReactNode;
};

/** A part of a page that may fail alone (a missing piece of its script, most likely): the rest, and its words, live on. */
export class Island extends Component<Props, { hasFailed: boolean }> {
  override state = { hasFailed: false };

  static getDerivedStateFromError(error: unknown) {
    unstable_rethrow(error); // a redirect, or a page that is not there
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
