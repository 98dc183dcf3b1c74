/** An interval told by its ends, "+3…+91", that no line may break: word joiners stand around its dots. */
export const unbroken = (interval: string): string => interval.replace('…', '\u2060…\u2060');
