/** Titles by product id, to name outcomes that carry the id alone. */
export function titlesOf(products: readonly { product_id: string; title: string }[]): ReadonlyMap<string, string> {
  return new Map(products.map((product) => [product.product_id, product.title]));
}
