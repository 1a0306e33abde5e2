/** Made by the seed in embedded mode only, and shown there: their passwords are no secret. */
export const demoAccounts = [
  { email: "demo@sora.test", password: "sora-demo-1" },
  { email: "admin@sora.test", password: "sora-admin-1" },
];
