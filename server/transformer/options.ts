/** Where a transformer lies and which languages it knows, as a command was told. */
export type TransformerOptions = { dir: string; languages?: string[] };

export const transformerHelp = `  --transformer DIR    a second look at mentions that matter by the sentiment classifier in this folder (ONNX,
                       as model hubs keep them; or LAUNCHROOM_TRANSFORMER). docs/MODEL_CARD.md tells more
  --transformer-languages en,fr
                       the languages it knows (or LAUNCHROOM_TRANSFORMER_LANGUAGES; default: what its
                       config.json says)
`;

/** Nothing when no folder was named. Languages alone mean nothing: `undefined` then too. */
export function readTransformerOptions(
  env: Record<string, string | undefined>,
  flags: { transformer?: string | undefined; 'transformer-languages'?: string | undefined },
): TransformerOptions | undefined {
  const dir = flags.transformer ?? env.LAUNCHROOM_TRANSFORMER?.trim();
  if (!dir) return undefined;
  const languages = flags['transformer-languages'] ?? env.LAUNCHROOM_TRANSFORMER_LANGUAGES?.trim();
  return { dir, ...(languages ? { languages: languages.split(',') } : {}) };
}
