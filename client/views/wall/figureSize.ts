/** How large a figure can stand in its column: letters count, signs and separators a little. */
export function figureSize(text: string, room: number): number {
  const digits = text.replace(/[^0-9+−]/g, '').length;
  const marks = text.length - digits;
  const widthAtOne = digits * 0.585 + marks * 0.27;
  for (const size of [196, 164, 144, 124, 96]) if (widthAtOne * size <= room) return size;
  return 72;
}
