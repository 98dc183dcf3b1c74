/** How people say, in English and French, that something can no longer be bought. A query in our own language. */
export const soldOutQuery = [
  ...[
    '"sold out"',
    '"out of stock"',
    '"out-of-stock"',
    '"no stock"',
    '"none left"',
    '"no more stock"',
    '"back in stock"',
  ],
  ...['restock*', '"en rupture"', '"rupture de stock"', '"ruptures de stock"', '"plus de stock"', '"plus en stock"'],
  ...['"stock épuisé"', '"stocks épuisés"', 'épuisé', 'épuisée', '"plus disponible"', '"réassort"', 'réapprovisionn*'],
].join(', ');
