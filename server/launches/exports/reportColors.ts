/** The light look of `client/ui/tokens.css`, as six hexadecimal digits; a test compares them. */
export const lightColors = {
  bg: 'ffffff',
  raised: 'f6f7f9',
  ink1: '0e1620',
  ink2: '46525f',
  ink3: '5f6b79',
  hairline: 'e3e7ec',
  hairlineStrong: 'b9c2cc',
  positive: '1763c6',
  neutral: '66717e',
  negative: 'b14e00',
} as const;
export const lightBrands = [
  ...['a5265c', '2f8c82', '762aa4', '658f0a', '0c5829', '0b3a70'],
  ...['2e0a96', '6e66a1', '715600', 'a86b53', '4f1c00', '5a003e'],
] as const;

export const darkColors = {
  bg: '0b1017',
  raised: '121922',
  ink1: 'f4f7fa',
  ink2: 'b4bfcc',
  ink3: '8793a2',
  hairline: '1f2a36',
  hairlineStrong: '3a4858',
  positive: '4da3ff',
  neutral: '93a0b0',
  negative: 'ff9a3c',
} as const;
export const darkBrands = [
  ...['f797b5', '8cf0e3', 'c98dfc', 'c3f274', '4cc670', '5d89bf'],
  ...['7a78ff', 'cec9ff', 'e6b312', 'fec7b1', 'd5601b', 'b06d92'],
] as const;

/** `color` counts from 1, as brands do. */
export const brandColor = (brands: readonly string[], color: number): string => brands[(color - 1) % brands.length]!;
