export const picturePath = '/picture';

/** Where the page finds a picture of the platform: the program around it fetches and keeps it, the page loads nothing. */
export function pictureAddress(address: string): string {
  return `${picturePath}?address=${encodeURIComponent(address)}`;
}
