import { nothingHere } from "@/lib/web/http";

/** Without this route Next answers unknown calls with an HTML page. */
export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = nothingHere;
