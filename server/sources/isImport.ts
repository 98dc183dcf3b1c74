/** Files of the past that people brought: nobody waits for more of them. */
export const isImport = (source: string): boolean => source.startsWith('import:');
