import { admins, hasRole } from "@/lib/auth/has-role";
import { getViewer } from "@/lib/auth/viewer";
import { env } from "@/lib/env";
import { answer, errorResponse, isSameOrigin, nothingHere, privateHeaders } from "@/lib/web/http";
import { exportCsv } from "@/lib/metrics/export-csv";
import { exportOf, readExportRange } from "@/lib/metrics/export-range";

/** `decisions.csv?from=2026-11-01&to=2026-11-21`. Admins only; everybody else gets 404. */
export async function GET(request: Request, { params }: RouteContext<"/api/admin/export/[file]">) {
  return answer(async () => {
    const viewer = await getViewer();
    const { file } = await params;
    const what = exportOf(file);
    if (!hasRole(viewer, admins) || !what) return errorResponse("NOT_FOUND");
    // Also refuses links on other sites: the audit log would record the export as this admin's.
    if (!isSameOrigin(request, env().AUTH_URL)) return errorResponse("CROSS_ORIGIN");

    const asked = Object.fromEntries(new URL(request.url).searchParams);
    const range = readExportRange(asked, viewer.timeZone);
    if (!range.ok) return isNavigation(request) ? backToForm(file, asked) : errorResponse(range.error);

    const rows = await exportCsv({ adminId: viewer.id, what, ...range.data });
    const name = file.replace(".csv", `-${asked.from}-${asked.to}.csv`);
    return new Response(rows, {
      headers: {
        ...privateHeaders,
        "content-type": "text/csv; charset=utf-8",
        "content-disposition": `attachment; filename="sora-${name}"`,
        "x-accel-buffering": "no", // sent as it is read
      },
    });
  });
}

export const { POST, PUT, PATCH, DELETE, OPTIONS } = nothingHere;

const isNavigation = (request: Request) => request.headers.get("sec-fetch-mode") === "navigate";

/** A browser gets the form again, with the chosen values. */
function backToForm(file: string, { from = "", to = "" }: Record<string, string>): Response {
  const location = `/admin/export?${new URLSearchParams({ problem: file, from, to })}`;
  return new Response(null, { status: 303, headers: { ...privateHeaders, location } });
}
