export const promoters = {};
