/** A topic of a replay: the live topic's name behind the replay's. */
export const replayTopic = (replay: string, topic: string): string => `replay/${replay}/${topic}`;

/** Takes such a name apart; null for a live topic. */
export function readReplayTopic(topic: string): { replay: string; topic: string } | null {
  const parts = /^replay\/([^/]+)\/(.+)$/.exec(topic);
  return parts ? { replay: parts[1]!, topic: parts[2]! } : null;
}
