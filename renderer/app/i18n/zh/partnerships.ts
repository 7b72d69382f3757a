export const partnerships = {};
