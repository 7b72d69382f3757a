import { pictureAddress } from '../../shared/picture-address.ts';

/** Pictures kept decoded: a batch makes all posters of one product after another. */
const KEPT = 4;
const kept = new Map<string, Promise<ImageBitmap | null>>();

/** A product's picture, decoded once for the posters that follow one another. */
export function keptPicture(url: string | null): Promise<ImageBitmap | null> {
  if (url === null) return Promise.resolve(null);
  let picture = kept.get(url);
  if (!picture) {
    picture = productPicture(url);
    kept.set(url, picture);
    // One that is missing may be there the next time.
    void picture.then((found) => found ?? kept.delete(url));
    const oldest = kept.keys().next().value;
    if (kept.size > KEPT && oldest !== undefined) kept.delete(oldest);
  }
  return picture;
}

/** A product's picture, decoded; null where there is none to be had, or what is there is no picture. */
async function productPicture(url: string): Promise<ImageBitmap | null> {
  const address = pictureAddress(url);
  try {
    const answer = await fetch(address);
    if (!answer.ok) return null;
    const blob = await answer.blob();
    // Drawings have no pixels of their own: only an element of the page decodes them.
    if (blob.type.startsWith('image/svg')) return await drawnPicture(address);
    return await createImageBitmap(blob);
  } catch {
    return null;
  }
}

/** A picture from a `data:` address. Throws when it cannot be decoded: a poster without its code is none. */
export async function codePicture(data: string): Promise<ImageBitmap> {
  return drawnPicture(data);
}

async function drawnPicture(address: string): Promise<ImageBitmap> {
  const image = new Image();
  image.src = address;
  await image.decode();
  return createImageBitmap(image);
}
