import { nothingHere } from "@/lib/http";

/** Where no other route is: Next would answer with a page. */
export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = nothingHere;
