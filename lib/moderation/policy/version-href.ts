export const policyVersionHref = (version: number | string) => `/admin/policy/versions/${version}`;

export function parsePolicyVersion(text: string): number | null {
  return /^[1-9]\d{0,8}$/.test(text) ? Number(text) : null;
}
