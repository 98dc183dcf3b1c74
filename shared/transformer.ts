/**
 * Which transformer gives messages a second look. Figures depend on all of it: another file, another runtime or other
 * languages are other rules.
 */
export type TransformerIdentity = {
  /** As its settings call it, or its folder. */
  name: string;
  /** SHA-256 over the network, the tokenizer and the settings, the first 16 hexadecimal digits. */
  hash: string;
  /** What runs it, with its version. */
  runtime: string;
  /** ISO 639-1, lower case, sorted: texts in other languages are not shown to it. */
  languages: string[];
};
