/**
 * Converts PostgreSQL addresses as people and providers write them into what `pg` reads correctly. Returns other text
 * unchanged.
 */
export function readConnectionUrl(given: string): string {
  const encoded = encodePassword(given.trim());
  return URL.canParse(encoded) ? readSslMode(encoded) : encoded;
}

const withPassword = /^(postgres(?:ql)?:\/\/[^:@/?#]*:)(.*)@([^@/?#]+(?:\/[^@]*)?)$/is;

/** Passwords are often inserted unescaped, with characters that delimit parts of an address. */
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
 * Providers mean libpq's `sslmode`: `require` encrypts and trusts any certificate, or those of `sslrootcert`. `pg`
 * alone would verify against the public authorities, which fails for most providers' certificates.
 */
function readSslMode(given: string): string {
  const url = new URL(given);
  const { searchParams: parameters } = url;
  const mode = parameters.get("sslmode");
  if (parameters.get("sslrootcert") === "system") {
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
