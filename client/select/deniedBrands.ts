import type { MentionAnswer } from '../../shared/protocol.ts';

type Asked = Pick<MentionAnswer, 'brands'> & {
  trace: Pick<MentionAnswer['trace'], 'brands' | 'corrections' | 'ruled'>;
};

/** Brands whose words the machine found, and of which people say that the message is not about them. */
export function deniedBrands({ brands, trace }: Asked): string[] {
  if (!trace.corrections && !trace.ruled) return [];
  const counted = new Set(brands.map(({ id }) => id));
  const found = trace.brands.filter(({ matched, excluded }) => matched.length > 0 && excluded.length === 0);
  return found.map(({ id }) => id).filter((id) => !counted.has(id));
}

/** A word about this brand alone, which can be taken back; one about all brands at once can only be contradicted. */
export const isDeniedAlone = (
  { trace }: { trace: Pick<MentionAnswer['trace'], 'corrections'> },
  brand: string,
): boolean =>
  trace.corrections?.some((one) => one.what === 'relevant' && one.brand === brand && one.value === false) ?? false;
