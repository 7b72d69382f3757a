import { z } from 'zod';

/** What the service tells main after a sync: addresses of pictures worth having offline, the weightiest first. */
export const pictureNews = z.object({ type: z.literal('pictures'), addresses: z.array(z.string()) });
export type PictureNews = z.infer<typeof pictureNews>;
