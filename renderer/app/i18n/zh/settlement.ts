export const settlement = {};
