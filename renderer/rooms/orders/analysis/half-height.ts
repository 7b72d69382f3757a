/** Two pictures, one below the other, share a large window and scroll in a small one. */
export const HALF_HEIGHT = 'max(250px, (100vh - 456px) / 2)';
