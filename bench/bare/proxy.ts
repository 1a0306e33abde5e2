// As in instrumentation.ts: without this file, Sora's proxy would run.
import { NextResponse } from "next/server";

export const config = { matcher: "/nowhere" };

export const proxy = () => NextResponse.next();
