export const PROVIDERS = [];
