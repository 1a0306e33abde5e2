/**
 * PostgreSQL's address as people and providers write it, as `pg` reads it right. What is no address stays as it is.
 */
export function readConnectionUrl(given: string): string {
  const encoded = encodePassword(given.trim());
  return URL.canParse(encoded) ? readSslMode(encoded) : encoded;
}

const withPassword = /^(postgres(?:ql)?:\/\/[^:@/?#]*:)(.*)@([^@/?#]+(?:\/[^@]*)?)$/is;

/** Passwords are often put in as they are, with characters that end a part of an address. */
function encodePassword(url: string): string {
  const [, before, password = "", after] = withPassword.exec(url) ?? [];
  // `//host:5432/db?name=a@b`: what looks like a password is a port and more.
  if (!before || !after || /^\d+\/[^?]*\?.*=[^@]*$/s.test(password)) return url;
  const escaped = password
    .replace(/%(?![0-9a-f]{2})/gi, "%25")
    .replace(/[^\w%.~!$&'()*+,;=-]/g, (character) => encodeURIComponent(character));
  return `${before}${escaped}@${after}`;
}

/**
 * `sslmode` as libpq has it, which the addresses of providers mean: `require` encrypts and trusts any certificate, or those of
 * `sslrootcert`. `pg` alone would verify it by the public authorities, which most providers' certificates fail.
 */
function readSslMode(given: string): string {
  const url = new URL(given);
  const { searchParams: parameters } = url;
  const mode = parameters.get("sslmode");
  if (parameters.get("sslrootcert") === "system") {
    // libpq's word for the public authorities, whom Node knows.
    parameters.delete("sslrootcert");
    parameters.set("sslmode", "verify-full");
    return url.href;
  }
  const isLibpqs =
    mode === "require" || mode === "prefer" || (mode === "verify-ca" && parameters.has("sslrootcert"));
  if (!isLibpqs || parameters.has("uselibpqcompat")) return given;
  parameters.set("uselibpqcompat", "true");
  return url.href;
}
