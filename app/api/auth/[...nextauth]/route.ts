import type { NextRequest } from "next/server";
import { handlers } from "@/lib/auth/auth";
import { env } from "@/lib/env";
import { errorResponse, isSameOrigin } from "@/lib/web/http";

type Context = RouteContext<"/api/auth/[...nextauth]">;

/** Only what providers redirect to and what scripts sign in with. Pages and actions do the rest. */
const served = ["callback", "csrf"];

async function isServed({ params }: Context) {
  const [action = ""] = (await params).nextauth;
  return served.includes(action);
}

export async function GET(request: NextRequest, context: Context) {
  return (await isServed(context)) ? handlers.GET(request) : errorResponse("NOT_FOUND");
}

export async function POST(request: NextRequest, context: Context) {
  if (!isSameOrigin(request, env().AUTH_URL)) return errorResponse("CROSS_ORIGIN");
  return (await isServed(context)) ? handlers.POST(request) : errorResponse("NOT_FOUND");
}
