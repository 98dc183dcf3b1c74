import type { Channel } from '../../../shared/domain.ts';

/** Strokes on a grid of 32. */
const shapes: Record<Channel, string> = {
  social:
    'M12 14l8-4.6M12 18l8 4.6M12.2 16a4.2 4.2 0 1 1-8.4 0 4.2 4.2 0 0 1 8.4 0zM28.2 7.5a4.2 4.2 0 1 1-8.4 0 4.2 4.2 0 0 1 8.4 0zM28.2 24.5a4.2 4.2 0 1 1-8.4 0 4.2 4.2 0 0 1 8.4 0z',
  review: 'M16 4l3.7 7.9 8.3 1.1-6.1 6 1.5 8.6L16 23.4l-7.4 4.2 1.5-8.6-6.1-6 8.3-1.1z',
  forum: 'M4 6h24v16H15l-7 6v-6H4z',
  news: 'M5 6h22v20H5zM10 12h12M10 17h12M10 22h7',
  video: 'M4 7h24v18H4zM13 12v8l7-4z',
  store: 'M6 13v14h20V13M3 13l3-8h20l3 8zM13 27v-8h6v8',
  app: 'M9 3h14v26H9zM14 25h4',
  support: 'M5 19v-3a11 11 0 0 1 22 0v3M5 18h5v8H5zM22 18h5v8h-5z',
  survey: 'M6 5h20v22H6zM11 12l2 2 4-4M11 21h10',
};

export function ChannelIcon({ channel }: { channel: Channel }) {
  return (
    <svg
      width="36"
      height="36"
      viewBox="0 0 32 32"
      fill="none"
      stroke="currentColor"
      strokeWidth="2.6"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      <path d={shapes[channel]} />
    </svg>
  );
}
