export { MissingDay as default } from "@/components/diary/missing-day";
