/** Created by the seed in embedded mode only, and shown there: the passwords are public. */
export const demoAccounts = [
  { email: "demo@sora.test", password: "sora-demo-1" },
  { email: "admin@sora.test", password: "sora-admin-1" },
];
