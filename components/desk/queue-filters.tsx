import { useLocale, useTranslations } from "next-intl";
import Form from "next/form";
import Link from "next/link";
import type { ReactNode } from "react";
import { buttonStyles } from "@/components/ui/button-styles";
import { inputStyles } from "@/components/ui/field";
import { Icon } from "@/components/ui/icon";
import { Key } from "@/components/ui/key";
import { SelectField } from "@/components/ui/select-field";
import { localText } from "@/lib/gym/local-text";
import { maxSearchChars } from "@/lib/web/list-query";
import type { Moderator } from "@/lib/review/desk/assignment/list-moderators";
import type { QueueGym } from "@/lib/review/desk/queue-counts";
import { type QueueQuery, queueFilters, queueHref, queuePath } from "@/lib/review/desk/queue-query";
import { holdReasons } from "./queue-words";

/**
 * Narrows the queue: a plain form that asks with its address, so that what is found can be kept and passed on. Folded, it
 * says what it is narrowed to in chips, each of which takes its own away.
 */
export function QueueFilters({
  query,
  gyms,
  rules,
  authorName,
  moderators,
  viewerId,
  nameOf,
}: {
  query: QueueQuery;
  gyms: QueueGym[];
  rules: { id: string; title: string }[];
  /** Of the author it is narrowed to. */
  authorName: string | null;
  moderators: Moderator[];
  viewerId: string;
  nameOf: (category: string | null) => string;
}) {
  const t = useTranslations("moderation.filters");
  const byT = useTranslations("moderation.by");
  const holdT = useTranslations("moderation.holdReason");
  const locale = useLocale();
  const isFiltered = queueFilters.some((name) => query[name]);
  const chosenGym = gyms.find(({ id }) => id === query.gym);
  const takerName = (id: string) =>
    id === viewerId
      ? t("me")
      : id === "nobody"
        ? t("nobody")
        : (moderators.find((moderator) => moderator.id === id)?.name ?? "");
  const wordOf: Record<(typeof queueFilters)[number], string> = {
    category: query.category && nameOf(query.category),
    gym: chosenGym ? localText(locale, chosenGym.name, chosenGym.nameEn) : "",
    language: query.language && t(query.language),
    age: query.age && t(query.age),
    by: query.by && byT(query.by),
    author: authorName ?? "",
    same: "",
    taken: query.taken && takerName(query.taken),
    q: query.q && `“${query.q}”`,
  };
  const chips = queueFilters
    .filter((name) => query[name])
    .map((name) => ({ name, words: [t(name), wordOf[name]].filter(Boolean).join(": ") }));

  return (
    // Made anew for another query, so that going back brings back its words.
    <Form
      key={queueHref({ ...query, item: "" })}
      action={queuePath}
      role="search"
      className="flex flex-wrap items-center gap-x-4 gap-y-1"
    >
      {query.state !== "open" && <input type="hidden" name="state" value={query.state} />}
      <div className="flex w-full gap-2 sm:w-auto sm:min-w-96">
        <label htmlFor="queue-search" className="sr-only">
          {t("search")}
        </label>
        <input
          id="queue-search"
          type="search"
          name="q"
          defaultValue={query.q}
          maxLength={maxSearchChars}
          placeholder={t("search")}
          autoComplete="off"
          enterKeyHint="search"
          data-key="/"
          aria-keyshortcuts="/"
          className={`${inputStyles} min-w-0`}
        />
        <button className={buttonStyles({ variant: "secondary", className: "min-h-12" })}>
          {t("find")} <Key name="/" />
        </button>
      </div>
      {query.author && <input type="hidden" name="author" value={query.author} />}
      {query.same && <input type="hidden" name="same" value={query.same} />}
      <details className="group/filters open:order-last open:basis-full">
        <summary className="inline-flex min-h-11 list-none items-center gap-1.5 text-sm font-medium text-ink-soft hover:text-ink [&::-webkit-details-marker]:hidden">
          <Icon name="chevronDown" className="size-4 transition-transform group-open/filters:rotate-180" />
          {t("title")}
        </summary>
        <div className="grid gap-3 pt-1 sm:grid-cols-2 lg:grid-cols-6">
          <Filter name="category" query={query} label={t("category")}>
            <optgroup label={t("rules")}>
              {rules.map(({ id, title }) => (
                <option key={id} value={id}>
                  {title}
                </option>
              ))}
            </optgroup>
            <optgroup label={t("holdReasons")}>
              {holdReasons.map((reason) => (
                <option key={reason} value={reason}>
                  {holdT(reason)}
                </option>
              ))}
            </optgroup>
          </Filter>
          <Filter name="gym" query={query} label={t("gym")}>
            {gyms.map(({ id, name, nameEn }) => (
              <option key={id} value={id}>
                {localText(locale, name, nameEn)}
              </option>
            ))}
          </Filter>
          <Filter name="language" query={query} label={t("language")}>
            <option value="ko">{t("ko")}</option>
            <option value="en">{t("en")}</option>
          </Filter>
          <Filter name="age" query={query} label={t(query.state === "decided" ? "decidedAge" : "age")}>
            <option value="hour">{t("hour")}</option>
            <option value="day">{t("day")}</option>
            <option value="week">{t("week")}</option>
          </Filter>
          <Filter name="by" query={query} label={t("by")}>
            <option value="RULE">{byT("RULE")}</option>
            <option value="CLASSIFIER">{byT("CLASSIFIER")}</option>
            <option value="MODEL">{byT("MODEL")}</option>
            {query.state !== "decided" && <option value="MODERATOR">{byT("MODERATOR")}</option>}
          </Filter>
          <Filter name="taken" query={query} label={t("taken")}>
            <option value={viewerId}>{t("me")}</option>
            <option value="nobody">{t("nobody")}</option>
            {moderators
              .filter(({ id }) => id !== viewerId)
              .map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
          </Filter>
        </div>
        <button className={buttonStyles({ variant: "secondary", className: "mt-3" })}>{t("apply")}</button>
      </details>
      {isFiltered && (
        <ul aria-label={t("active")} className="flex basis-full flex-wrap items-center gap-1.5 text-sm">
          {chips.map(({ name, words }) => (
            <li key={name}>
              <Link
                href={queueHref({ ...query, item: "", after: undefined, before: undefined, [name]: "" })}
                className="inline-flex min-h-11 max-w-72 items-center gap-1.5 rounded-control border border-line-strong bg-sheet pr-2 pl-3 hover:bg-sunk"
              >
                <span className="sr-only">{t("remove")} </span>
                <span className="truncate">{words}</span>
                <Icon name="close" className="size-4 shrink-0 text-ink-soft" />
              </Link>
            </li>
          ))}
          <li>
            <Link
              href={queueHref({ state: query.state })}
              className="inline-flex min-h-11 items-center px-1.5 text-ink-soft underline underline-offset-4 hover:text-ink"
            >
              {t("clear")}
            </Link>
          </li>
        </ul>
      )}
    </Form>
  );
}

function Filter({
  name,
  query,
  label,
  children,
}: {
  name: Exclude<(typeof queueFilters)[number], "q" | "author" | "same">;
  query: QueueQuery;
  label: string;
  children: ReactNode;
}) {
  const t = useTranslations("moderation.filters");
  return (
    <SelectField name={name} label={label} defaultValue={query[name]}>
      <option value="">{t("any")}</option>
      {children}
    </SelectField>
  );
}
