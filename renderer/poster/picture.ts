import { pictureAddress } from '../../shared/picture-address.ts';

/** A product's picture, decoded; null where there is none to be had, or what is there is no picture. */
export async function productPicture(url: string | null): Promise<ImageBitmap | null> {
  if (url === null) return null;
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
