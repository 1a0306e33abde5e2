// Rules for migrations, so that a failed one leaves nothing and the previous release runs on the new schema
// (docs/decisions/0026).

const endsTransaction = /^[ \t]*(BEGIN|COMMIT|ROLLBACK|START\s+TRANSACTION)\b|\bCONCURRENTLY\b|\bVACUUM\b/im;

const contractions = [
  /\bDROP\s+(TABLE|COLUMN|TYPE|VIEW)\b/i,
  /\bRENAME\b/i,
  /\bSET\s+NOT\s+NULL\b/i,
  /\bSET\s+DATA\s+TYPE\b/i,
  /\bADD\s+COLUMN\b(?!.*\b(DEFAULT|GENERATED)\b).*\bNOT\s+NULL\b/i,
];

/** In the script: since which release nothing uses the dropped object. */
const contractMark = /^-- contract: .+/m;

const firstWithRules = "20261201";

const withoutComments = (sql: string) => sql.replace(/--.*$/gm, "");

export function findContractions(sql: string): string[] {
  return withoutComments(sql)
    .split("\n")
    .filter((line) => contractions.some((pattern) => pattern.test(line)))
    .map((line) => line.trim());
}

export function findFaults({ name, sql }: { name: string; sql: string }): string[] {
  const faults: string[] = [];
  // Function bodies contain BEGIN and END.
  if (endsTransaction.test(withoutComments(sql).replace(/\$(\w*)\$.*?\$\1\$/gs, "")))
    faults.push(
      `${name}: a migration is one transaction. It cannot begin or end one, nor hold what runs outside of any.`,
    );
  const contracting = name >= firstWithRules && !contractMark.test(sql) ? findContractions(sql) : [];
  for (const line of contracting)
    faults.push(
      `${name}: "${line}" breaks the previous release. When no running one uses it, say so: -- contract: …`,
    );
  return faults;
}
