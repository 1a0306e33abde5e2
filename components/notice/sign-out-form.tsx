"use client";

import { useEffect, useRef, type ReactNode } from "react";
import { signOutHereAction } from "@/lib/notice/actions";
import { findSubscription } from "./push-device";

/** Signing out takes along what this browser is pushed. Works without script too, but for that. */
export function SignOutForm({ children }: { children: ReactNode }) {
  const endpoint = useRef<HTMLInputElement>(null);
  useEffect(() => {
    const fill = async () => {
      const subscription = await findSubscription();
      if (endpoint.current) endpoint.current.value = subscription?.endpoint ?? "";
    };
    void fill();
  }, []);

  return (
    <form action={signOutHereAction}>
      <input ref={endpoint} type="hidden" name="pushEndpoint" defaultValue="" />
      {children}
    </form>
  );
}
